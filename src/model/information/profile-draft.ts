import type { Carriage } from './profile.js';

/** A profile that is yet to be written to a file, in the terms of its format. */
export interface ProfileDraft {
  readonly profile: string;
  readonly model?: string;
  readonly modelNamespace?: string;
  readonly namespace?: string;
  readonly note?: string;
  /** Where the members of shadow classes are. */
  readonly extensions?: { readonly namespace: string; readonly prefix?: string };
  /** Type to how often. */
  readonly roots: Readonly<Record<string, string>>;
  readonly classes: Readonly<Record<string, ClassDraft>>;
  readonly enumerations: Readonly<Record<string, readonly string[]>>;
}

/** A type of a draft. */
export interface ClassDraft {
  readonly class?: string;
  readonly inherits?: string;
  readonly anonymous?: true;
  readonly attributes: Readonly<Record<string, MemberDraft>>;
  readonly associations: Readonly<Record<string, MemberDraft>>;
}

/** A member of a draft; without any key it is as in the model. */
export interface MemberDraft {
  readonly occurs?: string;
  readonly by?: Exclude<Carriage, 'inline'>;
  readonly type?: string;
  readonly choice?: readonly string[];
  readonly as?: string;
  readonly xml?: 'attribute';
}

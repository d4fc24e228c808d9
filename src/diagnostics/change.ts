/** In which respect a change of a model can break somebody. */
export const CHANGE_CATEGORIES = [
  'wire-backward',
  'wire-forward',
  'json',
  'source',
  'model',
  'documentation',
] as const;

/**
 * - `wire-backward`: a new reader takes old messages; `wire-forward`: an old reader takes new ones, both in XML;
 * - `json`: the same, both ways, for the JSON form of messages;
 * - `source`: programs over the generated SDK compile;
 * - `model`: what an information model says, for whoever makes profiles of it;
 * - `documentation`: words only.
 */
export type ChangeCategory = (typeof CHANGE_CATEGORIES)[number];

/** What people call a category. */
export const CATEGORY_TITLES: Readonly<Record<ChangeCategory, string>> = {
  'wire-backward': 'XML, old messages to new readers',
  'wire-forward': 'XML, new messages to old readers',
  json: 'JSON',
  source: 'TypeScript source',
  model: 'information model',
  documentation: 'documentation',
};

/** `compatible` is proved, never guessed; what cannot be proved either way is `undecided`. */
export type ChangeVerdict = 'breaking' | 'undecided' | 'compatible';

/** What a change does in one respect. */
export interface ChangeEffect {
  readonly category: ChangeCategory;
  readonly verdict: ChangeVerdict;
  /** Why it breaks, or why it is not decided. */
  readonly reason: string | undefined;
  readonly witness: ChangeWitness | undefined;
  /** Only messages that name a type with `xsi:type` show the break. */
  readonly onlyByType?: boolean;
}

/** A message that shows a break: one side accepts it, the other does not. */
export interface ChangeWitness {
  readonly document: string;
  /** What the rejecting side says, and where. */
  readonly issue: string;
  readonly line: number;
  readonly column: number;
}

/** The part of a finding that only changes of models have. */
export interface FoundChange {
  /** Stable id of the rule. */
  readonly rule: string;
  /** In the words of the model: `MeterReading.valuesInterval`. */
  readonly subject: string;
  /** What the report groups it under. */
  readonly group: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly effects: readonly ChangeEffect[];
  /** The gravest of the effects in scope. */
  readonly verdict: ChangeVerdict;
  /** Same rule, same place in the model, same words: the same change, in whatever line it stands. */
  readonly fingerprint: string;
  /** The baseline knows it. */
  readonly isKnown: boolean;
}

/** What versions of a package that holds the model should do. */
export type SemanticStep = 'major' | 'minor' | 'patch' | 'none';

/** The head of a comparison. */
export interface ComparisonSummary {
  /** What was compared, as people call it. */
  readonly before: string;
  readonly after: string;
  /** One verdict for each category that was looked at. */
  readonly verdicts: Readonly<Partial<Record<ChangeCategory, ChangeVerdict>>>;
  readonly step: SemanticStep;
}

/** The gravest of some verdicts. */
export const gravest = (verdicts: readonly ChangeVerdict[]): ChangeVerdict =>
  verdicts.includes('breaking') ? 'breaking' : verdicts.includes('undecided') ? 'undecided' : 'compatible';

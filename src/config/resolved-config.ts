import type { InterfaceSpecification } from '../model/service/index.js';
import type {
  CompatibilityOptions,
  ContractsOptions,
  EmitOptions,
  EnvelopeName,
  EnvelopeSchemaOptions,
  InputOptions,
  MessageClassOptions,
  NamingOptions,
  PackageOptions,
  ProjectOptions,
} from './options.js';

/** The configuration with every default filled in: no property is optional. */
export interface ResolvedConfig {
  readonly version: 1;
  /** Absolute folder that relative paths hang on. Not part of any hash. */
  readonly root: string;
  /** Name of the configuration file in `root`; '' where the configuration was made by a program. */
  readonly file: string;
  readonly projects: readonly ResolvedProject[];
  readonly compatibility: Required<CompatibilityOptions>;
}

/** One project, complete. Paths are relative to `root` and use "/". */
export interface ResolvedProject extends Omit<
  Required<ProjectOptions>,
  'inputs' | 'interfaces' | 'bridges' | 'emit' | 'naming'
> {
  readonly root: string;
  readonly inputs: readonly ResolvedInput[];
  /** Complete, without places: what follows from them does not depend on where they are written. */
  readonly interfaces: readonly InterfaceSpecification[];
  /** The projects that bridges lead to; theirs are left out. */
  readonly bridges: readonly ResolvedProject[];
  readonly emit: ResolvedEmit;
  readonly naming: Required<NamingOptions>;
}

/** A group of documents. */
export interface ResolvedInput extends Omit<Required<InputOptions>, 'files'> {
  readonly files: readonly string[];
}

/** What to generate, complete. */
export interface ResolvedEmit extends Omit<
  Required<EmitOptions>,
  'package' | 'contracts' | 'messageClasses'
> {
  readonly contracts: Required<ContractsOptions> | false;
  readonly package: Required<PackageOptions> | false;
  readonly messageClasses: ResolvedMessageClasses | false;
}

/** Message classes to generate, complete. */
export interface ResolvedMessageClasses extends Omit<Required<MessageClassOptions>, 'envelope'> {
  /** The first one is what messages are written in. */
  readonly envelope: readonly (EnvelopeName | Required<EnvelopeSchemaOptions>)[];
}

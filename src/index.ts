/** The generator as a library: typed configuration, and the two things that a build can want of it. */
export { defineConfig } from './config/options.js';
export type {
  ConfigOptions,
  ContractsOptions,
  EmitOptions,
  InputOptions,
  NamingOptions,
  OwnOptions,
  PackageOptions,
  ProjectOptions,
  SharedOptions,
} from './config/options.js';
export { defineInterface } from './config/interface/interface-options.js';
export type {
  ExchangeOptions,
  InterfaceOptions,
  RetryOptions,
  SecurityOptions,
  TimeOption,
} from './config/interface/interface-options.js';
export type { ResolvedConfig, ResolvedProject } from './config/resolved-config.js';
export type { Diagnostic, Read, Related, Severity } from './diagnostics/diagnostic.js';
export type { CheckOutcome, Drift } from './pipeline/check-project.js';
export type { GenerateOptions, GenerateOutcome } from './pipeline/generate-project.js';
export { check, generate } from './pipeline/program.js';

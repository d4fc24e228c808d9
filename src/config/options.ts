import type { ChangeCategory } from '../diagnostics/change.js';
import type { InterfaceOptions } from './interface/interface-options.js';

/**
 * The configuration of cimbind: one project, or several that share what stands beside `projects`.
 *
 * All paths are relative to the folder of the configuration file, with "/" between folders on every system.
 */
export interface ConfigOptions extends SharedOptions, Partial<OwnOptions> {
  /** The version of this shape of configuration. There is one: 1. */
  readonly version: 1;
  /**
   * Several outputs from one configuration. What stands beside `projects` is the default of each of them.
   * @default one project, made of the options beside this one
   */
  readonly projects?: readonly ProjectOptions[];
  /** How `cimbind diff`, `breaking` and `ci` weigh what changed between two models. */
  readonly compatibility?: CompatibilityOptions;
}

/** How changes of models are weighed. */
export interface CompatibilityOptions {
  /**
   * What `breaking` and `ci` compare with where the command line does not say: `git#branch=main`.
   * @default false
   */
  readonly against?: string | false;
  /**
   * In which respects a change counts: `wire-backward` (new reader, old messages), `wire-forward` (old reader, new
   * messages), `json`, `source` (programs over the SDK), `model` (information models), `documentation`.
   * @default all but documentation
   */
  readonly scope?: readonly ChangeCategory[];
  /**
   * Rule id or category to how grave a break is; `off` leaves it out: `{ 'wire-forward': 'warning', 'child-reordered': 'off' }`.
   * @default a break is an error, what is not decided a warning
   */
  readonly severity?: Readonly<Record<string, 'error' | 'warning' | 'info' | 'off'>>;
  /**
   * What is left out, by the words of the model or by rule; `*` stands for anything: `['Acme*', 'MeterReading.extension']`.
   * @default []
   */
  readonly ignore?: readonly string[];
  /**
   * A file with the breaks that are known and accepted, as `cimbind breaking --write-baseline` writes it.
   * @default false
   */
  readonly baseline?: string | false;
}

/** One output folder and what it is generated from. */
export interface ProjectOptions extends OwnOptions, SharedOptions {}

/** Options that cannot be shared between projects. */
export interface OwnOptions {
  /**
   * What `--project` and the reports call the project.
   * @default the last folder of `outDir`
   */
  readonly name?: string;
  /** The documents to compile: XSD and WSDL. What they include and import is found by itself. */
  readonly inputs: string | InputOptions | readonly (string | InputOptions)[];
  /** The folder of the generated files. Nothing else should live in it. */
  readonly outDir: string;
  /**
   * What components accept and send: files that export `defineInterface({ … })`, or what such a file exports. Adapters and
   * contracts are generated from it.
   * @default []
   */
  readonly interfaces?: readonly (string | InterfaceOptions)[];
  /**
   * Names of projects with an earlier edition, or a variant, of the same messages: converters there and back are generated,
   * in the folder `bridges`.
   * @default []
   */
  readonly bridges?: readonly string[];
}

/** Which documents to read. */
export interface InputOptions {
  /** Paths or globs: `models/*.xsd`. A pattern that begins with "!" takes files away. */
  readonly files: string | readonly string[];
  /**
   * What reports call this group of documents.
   * @default the first pattern
   */
  readonly name?: string;
}

/** Options that may stand beside `projects`, for all of them. */
export interface SharedOptions {
  /** What to generate. */
  readonly emit?: EmitOptions;
  /**
   * The package that generated code imports. Generated code imports its entry `codegen/v1`.
   * @default '@cimbind/runtime'
   */
  readonly runtime?: string;
  /**
   * What becomes of decimal, integer, long and their kin. `lexical`: the digits as they were sent, branded, exact.
   * `native`: types that a number holds exactly (byte to int, unsignedByte to unsignedInt, float, double) are numbers;
   * decimal, integer and long stay exact text.
   * @default 'lexical'
   */
  readonly numbers?: 'lexical' | 'native';
  /**
   * Whether decoding fills in the default and fixed values of the schema.
   * @default true
   */
  readonly applyDefaults?: boolean;
  /**
   * Which repeating elements `stream` hands out one by one: paths of local names from the root, as in
   * `MeterReadings/MeterReading`. `auto`: the repeating children of each message.
   * @default 'auto'
   */
  readonly records?: 'auto' | readonly string[];
  /**
   * Namespace name to module path without extension: `{ 'http://example.org/meter#': 'meter' }`.
   * @default a path made from the last telling part of each namespace name
   */
  readonly namespaces?: Readonly<Record<string, string>>;
  /** How declarations are called. */
  readonly naming?: NamingOptions;
  /**
   * Namespace name to the prefix that encoders write; '' makes it the default namespace.
   * @default the prefixes that the schemas declare
   */
  readonly prefixes?: Readonly<Record<string, string>>;
  /**
   * OASIS XML catalogs that locations and namespaces are looked up in, in this order. `auto`: each `catalog.xml` in the
   * folders of the inputs and above them, up to the folder of the configuration.
   * @default 'auto'
   */
  readonly catalogs?: 'auto' | readonly string[];
  /**
   * Whether documents may be loaded by http and https. The network is never used otherwise.
   * @default false
   */
  readonly allowNetwork?: boolean;
  /**
   * A folder with templates that stand in for those of cimbind with the same names.
   * @default false
   */
  readonly templates?: string | false;
  /**
   * Text that goes into a comment at the top of each generated file, such as a licence.
   * @default ''
   */
  readonly header?: string;
}

/** What to generate. */
export interface EmitOptions {
  /**
   * TypeScript declarations.
   * @default true
   */
  readonly types?: boolean;
  /**
   * Decoders and encoders with full validation.
   * @default true
   */
  readonly codec?: boolean;
  /**
   * One object a global element: decode, encode, validate, stream.
   * @default true
   */
  readonly messages?: boolean;
  /**
   * A package around the generated files (package.json, tsconfig.json, README.md), ready to be published.
   * @default false
   */
  readonly package?: PackageOptions | false;
  /**
   * The generator of sample messages.
   * @default true
   */
  readonly samples?: boolean;
  /**
   * The schemas as XSD, in the folder `xsd`: what a profile comes to for everybody else, or a tidy copy of the schemas read.
   * @default false
   */
  readonly xsd?: boolean;
  /**
   * JSON Schemas (2020-12) of the JSON that `@cimbind/runtime/json` writes, in the folder `json-schema`, one a namespace.
   * @default false
   */
  readonly jsonSchema?: boolean;
  /**
   * Contracts of the `interfaces` for those who do without cimbind, in the folder `contracts`.
   * @default false
   */
  readonly contracts?: ContractsOptions | false;
  /**
   * Message classes of IEC 61968-100, in the folder `exchange`: requests, responses, events and faults of each noun.
   * @default false
   */
  readonly messageClasses?: MessageClassOptions | boolean;
  /**
   * Component adapters of the `interfaces`, in the folder `adapters`: what a component has to handle, its client, and what
   * connects both to a middleware. Brings message classes, too.
   * @default false
   */
  readonly adapters?: boolean;
}

/** Contracts of interfaces for others. */
export interface ContractsOptions {
  /**
   * Service descriptions: `strong` has an operation a verb and noun, `generic` one for all requests and one for all events.
   * @default 'strong'
   */
  readonly wsdl?: 'strong' | 'generic' | false;
  /**
   * OpenAPI 3.1 of the messages accepted over HTTP.
   * @default true
   */
  readonly openApi?: boolean;
  /**
   * AsyncAPI 3.0 of queues and topics.
   * @default true
   */
  readonly asyncApi?: boolean;
  /**
   * Start of the namespaces of services and typed messages.
   * @default 'http://iec.ch/TC57/2011'
   */
  readonly namespaceBase?: string;
  /** @default '1.1' */
  readonly soapVersion?: '1.1' | '1.2';
  /**
   * Where the services are; consumers put their own in its place.
   * @default 'http://localhost:8080'
   */
  readonly address?: string;
}

/** The envelopes that come with cimbind; `ed2` lets any payload in, `2010` and `2008` are predecessors. */
export type EnvelopeName = 'ed1' | 'ed2' | '2010' | '2008';

/** An envelope of a vendor: a schema like Message.xsd. */
export interface EnvelopeSchemaOptions {
  /** The schema document, relative to the folder of the configuration. */
  readonly schema: string;
  /**
   * What the edition is called.
   * @default the file name without `.xsd`
   */
  readonly name?: string;
}

/** Message classes: the messages of IEC 61968-100 for the nouns of the schemas. */
export interface MessageClassOptions {
  /**
   * The editions of the envelope; messages are written in the first one unless told otherwise. Where the inputs declare the
   * namespace of an edition themselves, their declarations are taken.
   * @default 'ed1'
   */
  readonly envelope?:
    EnvelopeName | EnvelopeSchemaOptions | readonly (EnvelopeName | EnvelopeSchemaOptions)[];
  /**
   * The nouns, by the local names of their root elements. `auto`: all global elements that are nouns: not parts of an
   * envelope, not strongly typed messages, not query profiles.
   * @default 'auto'
   */
  readonly nouns?: 'auto' | readonly string[];
  /**
   * The verbs of requests; each brings the event that follows it.
   * @default ['create', 'change', 'cancel', 'close', 'delete', 'get']
   */
  readonly verbs?: readonly MessageVerb[];
  /**
   * Revision that headers carry: of all nouns, or by noun.
   * @default '' none
   */
  readonly revision?: string | Readonly<Record<string, string>>;
}

/** The verbs that ask for something. */
export type MessageVerb = 'create' | 'change' | 'cancel' | 'close' | 'delete' | 'execute' | 'get';

/** The package that is made around the generated files. */
export interface PackageOptions {
  /** The name on the registry: `@grid/meter-messages`. */
  readonly name: string;
  /** The version: `1.0.0`. */
  readonly version: string;
  /**
   * One sentence for package.json and README.md.
   * @default ''
   */
  readonly description?: string;
}

/** How declarations are called. */
export interface NamingOptions {
  /**
   * Component to name: `{ 'type:{http://example.org/meter#}Reading': 'MeterReading' }`. A name given here is taken as it is.
   * @default {}
   */
  readonly overrides?: Readonly<Record<string, string>>;
}

/** Types the configuration in an editor; returns what it is given. */
export const defineConfig = (options: ConfigOptions): ConfigOptions => options;

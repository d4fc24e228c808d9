import type { ResolvedProject } from '../config/resolved-config.js';
import type {
  ClassSheet,
  FindOptions,
  FoundElement,
  ModelSummary,
  PackageNode,
} from '../analysis/information/index.js';
import type { Change } from '../analysis/compatibility/index.js';
import type { ChangeCategory } from '../diagnostics/change.js';
import type { Diagnostic, Read } from '../diagnostics/diagnostic.js';
import type { PartnerSummary } from '../diagnostics/finding.js';
import type { ExpandedName } from '../foundation/expanded-name.js';
import type { SourceText } from '../foundation/source-text.js';
import type { SourceHost } from '../readers/source/source-host.js';
import type { Issue } from '../runtime/issue/issue.js';
import type { TreeNode } from '../analysis/profile/index.js';
import type { FilePlan } from './file-plan.js';

/**
 * What the command line needs of the compiler, one function a need. Each is loaded when it is called first, so that a
 * command that needs nothing of the compiler starts at once.
 */
export interface Ports {
  /** Read, link, analyse, emit and print one project. An error among the diagnostics means that nothing is written. */
  compile(request: CompileRequest): Promise<Read<readonly FilePlan[]>>;
  /** Where documents come from. */
  sourceHost(request: SourceHostRequest): Promise<Read<SourceHost>>;
  /** Compiles schemas into a validator, in memory. Undefined where they have errors. */
  validator(request: SchemaRequest): Promise<Read<DocumentValidator | undefined>>;
  /** Makes instance documents of an element. */
  sample(request: SampleRequest): Promise<Read<readonly SampleDocument[]>>;
  /** Says how the components of a name became what they are. */
  explainComponent(request: ExplainRequest): Promise<Read<ComponentExplanations>>;
  /** Says what a code of IEC 61968-9 means: a reading type, an end device event or control type, a reading quality. */
  explainCode(text: string): Promise<Read<CodeExplanation | undefined>>;
  /** Reads an information model, to look at it. Undefined where it cannot be read. */
  informationModel(request: ModelRequest): Promise<Read<ModelView | undefined>>;
  /** Reads and checks a profile, down to the schema that it comes to. Undefined where it cannot be read. */
  profile(request: ModelRequest): Promise<Read<ProfileView | undefined>>;
  /** Proposes a profile around a class of a model. */
  draftProfile(request: ProfileDraftRequest): Promise<Read<Sought<string> | undefined>>;
  /** Turns a profile of CIMTool (OWL) into one of ours. */
  importProfile(request: ProfileImportRequest): Promise<Read<string | undefined>>;
  /** Where the information model of a profile is; undefined where the profile does not say. */
  modelOfProfile(request: ModelRequest): Promise<string | undefined>;
  /** Finds the files of one side of a comparison. Undefined where there are none. */
  openSource(request: ComparedSourceRequest): Promise<Read<ComparedSource | undefined>>;
  /** Compares two models. Undefined where one of them has errors: then nothing was compared. */
  compare(request: CompareRequest): Promise<Read<readonly Change[] | undefined>>;
  /** Looks at captured messages of IEC 61968-100: each by itself, and against each other. */
  lintMessages(documents: readonly CapturedDocument[]): Promise<LintOutcome>;
  /** The global elements that schemas declare, for `init` and for near misses. */
  rootElements(request: SchemaRequest): Promise<Read<readonly ExpandedName[]>>;
}

/** One project to compile. */
export interface CompileRequest {
  readonly project: ResolvedProject;
  /** URIs of the documents that the inputs name, in order of their labels. */
  readonly entries: readonly string[];
  readonly host: SourceHost;
  /** The projects that bridges lead to, with the URIs of their documents. */
  readonly bridges: readonly BridgedProject[];
  /** The vendor's templates: path below the templates folder to text. */
  readonly templates: ReadonlyMap<string, string>;
}

/** A project at the other end of a bridge. */
export interface BridgedProject {
  readonly project: ResolvedProject;
  readonly entries: readonly string[];
}

/** Where documents come from. */
export interface SourceHostRequest {
  /** Absolute. Labels are relative to it. */
  readonly root: string;
  /** Paths relative to `root` or URIs; `auto`: those beside and above the inputs. */
  readonly catalogs: 'auto' | readonly string[];
  /** Absolute. */
  readonly inputFolders: readonly string[];
  readonly allowNetwork: boolean;
  /** Is told each catalog that was looked for. */
  readonly onCatalog?: (uri: string, source: SourceText | undefined) => void;
}

/** Some schemas, outside of a project. */
export interface SchemaRequest {
  readonly entries: readonly string[];
  readonly host: SourceHost;
}

/** One side of a comparison, as the user names it. */
export interface ComparedSourceRequest {
  /**
   * A file, a folder, a glob, `git#ref=v1.2:path`, an installed package, a manifest of generated code; '': the inputs of
   * the configuration.
   */
  readonly text: string;
  /** Absolute. */
  readonly cwd: string;
  /** What a revision without a path means. */
  readonly inputs: { readonly root: string; readonly patterns: readonly string[] } | undefined;
}

/** The files of one side of a comparison. */
export interface ComparedSource {
  /** As the user named it. */
  readonly label: string;
  /** Absolute: what labels of files are relative to. */
  readonly root: string;
  /** Absolute. */
  readonly files: readonly string[];
  /** Schemas, service descriptions and profiles, or information models. */
  readonly kind: 'schema' | 'information-model';
  /** Takes away what was laid out for the comparison. */
  close(): void;
}

/** Two models to compare. */
export interface CompareRequest {
  readonly before: SchemaRequest;
  readonly after: SchemaRequest;
  readonly kind: ComparedSource['kind'];
  /** In which respects changes are judged: what nobody asks for is not proved. */
  readonly scope: readonly ChangeCategory[];
}

/** Checks instance documents. Stateless: one validator serves many documents, one after the other or at once. */
export interface DocumentValidator {
  validate(document: AsyncIterable<Uint8Array>, options: ValidationOptions): Promise<DocumentVerdict>;
}

/** How a document is to be checked. */
export interface ValidationOptions {
  /** The element that the document must have; undefined: any global element. A local name matches in any namespace. */
  readonly root: string | undefined;
  readonly mode: 'strict' | 'tolerant';
  /** No more issues than this are kept; the rest is counted. */
  readonly maxIssues: number;
}

/** What became of one document. */
export interface DocumentVerdict {
  /** No issue is an error. */
  readonly isValid: boolean;
  readonly issues: readonly Issue[];
  /** Issues beyond the limit. */
  readonly leftOut: number;
}

/** Which documents to make. */
export interface SampleRequest extends SchemaRequest {
  /** Local name, `{namespace}local`, or undefined where the schemas declare one global element. */
  readonly element: string | undefined;
  readonly seed: number;
  readonly count: number;
  /** `minimal`: only what is required. `full`: everything once. `random`: chosen by the seed. */
  readonly extent: 'minimal' | 'full' | 'random';
  /** Documents that break one named rule each. */
  readonly invalid: boolean;
}

/** One instance document. */
export interface SampleDocument {
  /** File name: `MeterReadings-1.xml`. */
  readonly name: string;
  readonly content: string;
  /** The rule that is broken and how, for invalid ones. */
  readonly breaks: string | undefined;
}

/** What to explain. */
export interface ExplainRequest extends SchemaRequest {
  /** Undefined outside of a project. */
  readonly project: ResolvedProject | undefined;
  /** A component designator, an expanded name or a local name. */
  readonly component: string;
}

/** The components of a name; where there is none, the name that is most likely meant. */
export interface ComponentExplanations {
  readonly found: readonly ComponentExplanation[];
  readonly nearest: string | undefined;
}

/** How a component became what it is. */
export interface ComponentExplanation {
  /** Component designator. */
  readonly component: string;
  /** Titled paragraphs: where it is declared, its content model, its TypeScript shape and module. */
  readonly sections: readonly { readonly title: string; readonly body: string }[];
}

/** What a code of IEC 61968-9 means. */
export interface CodeExplanation {
  /** `reading type`, `reading quality`, … */
  readonly kind: string;
  readonly code: string;
  /** In one line. */
  readonly summary: string;
  readonly fields: readonly { readonly field: string; readonly number: number; readonly words: string }[];
}

export type {
  AssociationLine,
  AttributeLine,
  ClassSheet,
  FoundElement,
  FoundKind,
  ModelSummary,
  PackageNode,
} from '../analysis/information/index.js';

/** An information model or a profile, and where it comes from. */
export interface ModelRequest {
  readonly uri: string;
  readonly host: SourceHost;
}

/** What was asked for by name; where nothing has the name, the one that is most likely meant. */
export type Sought<T> =
  { readonly found: T } | { readonly found: undefined; readonly nearest: string | undefined };

/** An information model, to look at. */
export interface ModelView {
  summary(): ModelSummary;
  /** All packages, or those of a name. */
  tree(name: string | undefined): Sought<readonly PackageNode[]>;
  /** The classes of a name, or of the end of a qualified name. */
  show(name: string): Sought<readonly ClassSheet[]>;
  find(text: string, options: FindOptions): readonly FoundElement[];
  /** What breaks the rules of the CIM modelling guide. */
  lint(): readonly Diagnostic[];
  /** A class with its neighbours, or the classes of a package. */
  diagram(request: DiagramRequest): Promise<Sought<DrawnDiagram>>;
}

/** Which diagram to draw. */
export interface DiagramRequest {
  /** A class, or else a package. */
  readonly name: string;
  readonly format: 'svg' | 'mermaid';
  /** Steps from the class that neighbours may be away. */
  readonly depth: number;
  /** Classes at most. */
  readonly limit: number;
  /** Whether boxes list attributes and values. */
  readonly attributes: boolean;
}

/** A diagram as text. */
export interface DrawnDiagram {
  readonly text: string;
  readonly shown: number;
  /** Classes that the limit left out. */
  readonly left: number;
}

/** A profile, checked. */
export interface ProfileView {
  readonly tree: TreeNode;
  /** Its types as a class diagram. */
  diagram(format: DiagramRequest['format']): Promise<string>;
  /** The schema that it comes to; none where there are errors. */
  xsd(): Promise<readonly FilePlan[]>;
}

/** What to propose a profile from. */
export interface ProfileDraftRequest extends ModelRequest {
  /** What the profile calls the model: a path relative to it. */
  readonly model: string;
  /** The class that messages are about. */
  readonly root: string;
  readonly depth: number;
  readonly profile: string;
  readonly namespace: string;
}

/** What to import. */
export interface ProfileImportRequest extends ModelRequest {
  /** URI of the information model that it is a profile of. */
  readonly modelUri: string;
  /** What the profile calls the model: a path relative to it. */
  readonly model: string;
}

/** A captured document. */
export interface CapturedDocument {
  readonly label: string;
  readonly bytes: Uint8Array;
}

/** What captured messages look like. */
export interface LintOutcome {
  /** By the number of the document. */
  readonly issues: readonly LintIssue[];
  /** By Header.Source, in order of name. */
  readonly partners: readonly PartnerSummary[];
  /** Documents that hold no message. */
  readonly others: number;
}

/** An issue of one of the documents. */
export interface LintIssue {
  readonly document: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly issue: Issue;
  /** The other document that it is about. */
  readonly other: number | undefined;
}

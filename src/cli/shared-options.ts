import { CHANGE_CATEGORIES } from '../diagnostics/change.js';
import { REPORT_FORMATS } from '../diagnostics/render/index.js';

/** `--config`: which configuration. */
export const configOption = {
  type: 'string',
  alias: 'c',
  requiresArg: true,
  describe: 'Configuration file [default: cimbind.config.* here or above]',
} as const;

/** `--project`: which projects of it. */
export const projectOption = {
  type: 'array',
  string: true,
  alias: 'p',
  requiresArg: true,
  describe: 'Only the project of this name; may be repeated',
} as const;

/** `--format`: how findings are printed. */
export const formatOption = {
  choices: REPORT_FORMATS,
  default: 'text',
  requiresArg: true,
  describe: 'How findings are printed',
} as const;

/** `--schema`: schemas instead of a project. */
export const schemaOption = {
  type: 'array',
  string: true,
  alias: 's',
  requiresArg: true,
  describe: 'Schema file or glob (XSD, WSDL); may be repeated [default: the inputs of the configuration]',
} as const;

/** `--catalog`: OASIS XML catalogs. */
export const catalogOption = {
  type: 'array',
  string: true,
  requiresArg: true,
  describe:
    'XML catalog to look locations up in; may be repeated [default: catalog.xml beside and above the schemas]',
} as const;

/** `--allow-network`: whether documents may be fetched. */
export const networkOption = {
  type: 'boolean',
  default: false,
  describe: 'Fetch schemas by http and https where no file and no catalog has them',
} as const;

/** `--model`: which information model. */
export const modelOption = {
  type: 'string',
  alias: 'm',
  requiresArg: true,
  describe:
    'Information model: XMI, .uml, .ecore, .qea, .eap, RDFS, OWL [default: that of the configuration]',
} as const;

/** `--format` of commands that answer with facts, not with findings. */
export const answerFormatOption = {
  choices: ['text', 'json'],
  default: 'text',
  requiresArg: true,
  describe: 'How the answer is printed',
} as const;

/** `--category`: in which respects models are compared. */
export const categoryOption = {
  type: 'array',
  choices: CHANGE_CATEGORIES,
  requiresArg: true,
  describe: 'Only what matters in this respect; may be repeated [default: all]',
} as const;

/** `--against`: what the model is compared with. */
export const againstOption = {
  type: 'string',
  alias: 'a',
  requiresArg: true,
  describe:
    'The old model: git#branch=main, git#ref=v1.2:models, a folder, a package [default: compatibility.against of the configuration]',
} as const;

/** `--baseline`: breaks that are known. */
export const baselineOption = {
  type: 'string',
  requiresArg: true,
  describe: 'File with the breaks that are known [default: compatibility.baseline of the configuration]',
} as const;

import type { Command, CommandGroup } from '../define-command.js';
import { check } from './check.js';
import { completion } from './completion.js';
import { explain } from './explain.js';
import { generate } from './generate.js';
import { init } from './init.js';
import { modelDiagram } from './model-diagram.js';
import { modelFind } from './model-find.js';
import { modelLint } from './model-lint.js';
import { modelShow } from './model-show.js';
import { modelSummary } from './model-summary.js';
import { modelTree } from './model-tree.js';
import { sample } from './sample.js';
import { validate } from './validate.js';

/** All commands, in the order in which help lists them. */
export const COMMANDS: readonly Command[] = [
  init,
  generate,
  check,
  validate,
  sample,
  explain,
  modelSummary,
  modelTree,
  modelShow,
  modelFind,
  modelLint,
  modelDiagram,
  completion,
];

/** What commands of two words begin with. */
export const GROUPS: readonly CommandGroup[] = [
  {
    name: 'model',
    summary: 'Look at an information model (UML): summary, tree, show, find, lint, diagram',
    description:
      'Looks at an information model such as the CIM: what is in it, what a class has and who uses it, and whether it keeps the rules of the CIM modelling guide. ' +
      'Reads XMI, .uml and .ecore files, projects of Enterprise Architect (.qea, .eap), RDFS and OWL.',
  },
];

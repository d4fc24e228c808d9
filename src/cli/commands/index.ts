import type { Command, CommandGroup } from '../define-command.js';
import { adapterCheck } from './adapter-check.js';
import { adapterScaffold } from './adapter-scaffold.js';
import { adapterSync } from './adapter-sync.js';
import { breaking } from './breaking.js';
import { check } from './check.js';
import { ci } from './ci.js';
import { completion } from './completion.js';
import { diff } from './diff.js';
import { explain } from './explain.js';
import { generate } from './generate.js';
import { init } from './init.js';
import { lint } from './lint.js';
import { modelDiagram } from './model-diagram.js';
import { modelFind } from './model-find.js';
import { modelLint } from './model-lint.js';
import { modelShow } from './model-show.js';
import { modelSummary } from './model-summary.js';
import { modelTree } from './model-tree.js';
import { profileCheck } from './profile-check.js';
import { profileImport } from './profile-import.js';
import { profileInit } from './profile-init.js';
import { profileShow } from './profile-show.js';
import { sample } from './sample.js';
import { templatesEject } from './templates-eject.js';
import { templatesList } from './templates-list.js';
import { validate } from './validate.js';

/** All commands, in the order in which help lists them. */
export const COMMANDS: readonly Command[] = [
  init,
  generate,
  check,
  diff,
  breaking,
  ci,
  validate,
  lint,
  sample,
  explain,
  modelSummary,
  modelTree,
  modelShow,
  modelFind,
  modelLint,
  modelDiagram,
  profileInit,
  profileCheck,
  profileShow,
  profileImport,
  adapterCheck,
  adapterScaffold,
  adapterSync,
  templatesList,
  templatesEject,
  completion,
];

/** What commands of two words begin with. */
export const GROUPS: readonly CommandGroup[] = [
  {
    name: 'adapter',
    summary:
      'Keep handlers that people wrote in step with the interfaces of their components: check, scaffold, sync',
    description:
      'The generated `<Component>Handlers` says what a component has to handle; people write the classes that do. `check` tells where the two do not agree, `sync` adds what is missing.',
  },
  {
    name: 'templates',
    summary: 'Templates of generated files: list, eject',
    description:
      'Message classes, adapters, contracts and package files are made by templates. A folder of your own may replace any of them, and add files.',
  },
  {
    name: 'model',
    summary: 'Look at an information model (UML): summary, tree, show, find, lint, diagram',
    description:
      'Looks at an information model such as the CIM: what is in it, what a class has and who uses it, and whether it keeps the rules of the CIM modelling guide. ' +
      'Reads XMI, .uml and .ecore files, projects of Enterprise Architect (.qea, .eap), RDFS and OWL.',
  },
  {
    name: 'profile',
    summary: 'Cut messages out of an information model: init, check, show, import',
    description:
      'A profile says, in a text file beside the code, which part of an information model a message carries: classes, attributes, roles, how often, inline or by reference. ' +
      'It is an input like a schema: generate, check, validate and sample take it.',
  },
];

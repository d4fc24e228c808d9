import type { Command } from '../define-command.js';
import { check } from './check.js';
import { completion } from './completion.js';
import { explain } from './explain.js';
import { generate } from './generate.js';
import { init } from './init.js';
import { sample } from './sample.js';
import { validate } from './validate.js';

/** All commands, in the order in which help lists them. */
export const COMMANDS: readonly Command[] = [init, generate, check, validate, sample, explain, completion];

import { startJudges, type Judges } from './judge/judges.js';
import { runSchema, type SchemaTask } from './run-schema.js';

/** Asks for schemas one after the other; the first message says where the program for Xerces is. */
let judges: Judges | undefined;

process.on('message', (message: SchemaTask | { readonly classes: string }) => {
  if ('classes' in message) {
    judges = startJudges(message.classes);
    return;
  }
  if (judges === undefined) return;
  void runSchema(judges, message).then((outcome) => process.send?.(outcome));
});

process.on('disconnect', () => {
  judges?.close();
  process.exit();
});

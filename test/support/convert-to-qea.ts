// Writes the project file of a model that is kept in another form:
//   npm run project-file -- model.xmi model.qea
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readInformationModel } from '../../src/readers/uml/read-information-model.js';
import { writeQea } from './write-qea.js';

const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined) {
  console.error('usage: npm run project-file -- model.xmi model.qea');
  process.exitCode = 2;
} else {
  const uri = pathToFileURL(resolve(from)).href;
  const { value, diagnostics } = await readInformationModel({ uri, label: from, bytes: readFileSync(from) });
  for (const { code, severity, message } of diagnostics) console.error(`${severity} ${code}: ${message}`);
  if (value === undefined) process.exitCode = 1;
  else writeFileSync(to, writeQea(value));
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { InformationModel } from '../../src/model/information/index.js';
import { readInformationModel } from '../../src/readers/uml/read-information-model.js';

const path = (name: string): string =>
  fileURLToPath(new URL(`../../input-models/metering-uml/${name}`, import.meta.url));

/** The forms of our own UML model; the project file is written from the XMI by `npm run project-file`. */
export const OWN_MODEL = { xmi: path('metering.xmi'), qea: path('metering.qea') };

/** Reads one of the forms of our own UML model. */
export async function readOwnModel(file: string): Promise<InformationModel> {
  const label = file.replace(/^.*[\\/]/u, '');
  const { value } = await readInformationModel({ uri: label, label, bytes: readFileSync(file) });
  if (value === undefined) throw new Error(`${label} cannot be read`);
  return value;
}

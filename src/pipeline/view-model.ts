import {
  classSheet,
  findElements,
  indexModel,
  lintModel,
  neighbourhoodDiagram,
  packageDiagram,
  packageTree,
  summariseModel,
} from '../analysis/information/index.js';
import type { ModelIndex } from '../analysis/information/index.js';
import type { Read } from '../diagnostics/diagnostic.js';
import { nearestName } from '../foundation/near-miss.js';
import { loadInformationModel } from './load-information-model.js';
import type { DiagramRequest, DrawnDiagram, ModelRequest, ModelView, Sought } from './ports.js';

/** Reads an information model, to look at it. */
export async function viewModel({ uri, host }: ModelRequest): Promise<Read<ModelView | undefined>> {
  const { value: model, diagnostics } = await loadInformationModel(uri, host);
  return { value: model === undefined ? undefined : viewOf(indexModel(model)), diagnostics };
}

/** What one can ask of an indexed model. */
export const viewOf = (index: ModelIndex): ModelView => ({
  summary: () => summariseModel(index.model),
  tree(name) {
    if (name === undefined) return { found: packageTree(index.model) };
    const packages = index.packagesNamed(name);
    if (packages.length === 0) return { found: undefined, nearest: nearestName(name, packageNames(index)) };
    return { found: packages.flatMap((one) => packageTree(index.model, one)) };
  },
  show(name) {
    const classes = index.classesNamed(name);
    return classes.length === 0
      ? { found: undefined, nearest: nearestName(name, classNames(index)) }
      : { found: classes.map((one) => classSheet(one, index)) };
  },
  find: (text, options) => findElements(text, index, options),
  lint: () => lintModel(index),
  diagram: (request) => draw(request, index),
});

const classNames = ({ model }: ModelIndex): readonly string[] =>
  [...model.classes.values()].map(({ name }) => name);

const packageNames = ({ model }: ModelIndex): readonly string[] =>
  [...model.packages.values()].map(({ name }) => name);

async function draw(request: DiagramRequest, index: ModelIndex): Promise<Sought<DrawnDiagram>> {
  const { name, format } = request;
  const [focus] = index.classesNamed(name);
  const [owner] = index.packagesNamed(name);
  if (focus === undefined && owner === undefined) {
    return { found: undefined, nearest: nearestName(name, [...classNames(index), ...packageNames(index)]) };
  }
  const { printMermaid, printSvg } = await import('../emitters/diagram/index.js');
  const diagram =
    focus !== undefined
      ? neighbourhoodDiagram(focus, index, request)
      : owner !== undefined
        ? packageDiagram(owner, index, request)
        : undefined;
  if (diagram === undefined) return { found: undefined, nearest: undefined };
  const text = format === 'svg' ? printSvg(diagram) : printMermaid(diagram);
  return { found: { text, shown: diagram.boxes.length, left: diagram.left } };
}

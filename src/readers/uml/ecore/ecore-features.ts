import { elementElsewhere } from '../../../diagnostics/catalogue/uml.js';
import { attributeValue, type XmlElement } from '../../xml/xml-element.js';
import type { NativeId, RawAssociationEnd, RawModel, RawMultiplicity, RawReference } from '../raw-model.js';
import { annotationsOf } from './annotations.js';
import { instanceType, localPath, referencesOf } from './ecore-reference.js';

interface Feature {
  readonly owner: NativeId;
  readonly path: NativeId;
  readonly name: string;
  readonly element: XmlElement;
}

/**
 * The structural features of all classes. Two references that are opposites of one another are the ends of an
 * association; all other features are attributes, a reference without an opposite as well (a UML property without
 * association).
 */
export class EcoreFeatures {
  readonly #features: Feature[] = [];
  readonly #byPath = new Map<NativeId, Feature>();

  constructor(private readonly raw: RawModel) {}

  /** Takes a feature in; it is read when all of them are known. */
  note(owner: NativeId, element: XmlElement): void {
    const name = attributeValue(element, 'name') ?? '';
    const feature = { owner, path: `${owner}/${name}`, name, element };
    this.#features.push(feature);
    if (!this.#byPath.has(feature.path)) this.#byPath.set(feature.path, feature);
  }

  /** Hands all features to the builder. */
  read(): void {
    const paired = new Set<Feature>();
    for (const feature of this.#features) {
      if (paired.has(feature)) continue;
      const opposite = this.#oppositeOf(feature);
      if (opposite === undefined || paired.has(opposite)) {
        this.#readAttribute(feature);
        continue;
      }
      paired.add(feature).add(opposite);
      // The end at a class is the property that the other class has of it.
      this.raw.associations.push({
        name: '',
        ends: [endOf(opposite, feature), endOf(feature, opposite)],
        origin: { span: feature.element.span },
      });
    }
  }

  #oppositeOf(feature: Feature): Feature | undefined {
    const written = attributeValue(feature.element, 'eOpposite');
    if (written === undefined || instanceType(feature.element) !== 'EReference') return undefined;
    const opposite = this.#byPath.get(localPath(written.trim()));
    if (opposite !== undefined && opposite !== feature) return opposite;
    const at = feature.element.span;
    this.raw.diagnostics.add(elementElsewhere, { where: feature.name, reference: written, at });
    return undefined;
  }

  #readAttribute({ owner, name, element }: Feature): void {
    this.raw.attributes.push({
      owner,
      name,
      type: typeOf(element),
      multiplicity: multiplicityOf(element),
      default: attributeValue(element, 'defaultValueLiteral'),
      constant: attributeValue(element, 'changeable') === 'false',
      ...annotationsOf(element),
      origin: { span: element.span },
    });
  }
}

/** The end at the class that a reference leads to. */
function endOf({ name, element }: Feature, opposite: Feature): RawAssociationEnd {
  return {
    name,
    class: { id: opposite.owner },
    multiplicity: multiplicityOf(element),
    // What is contained says so at the other end.
    aggregation: attributeValue(opposite.element, 'containment') === 'true' ? 'composite' : 'none',
    navigable: true,
    ...annotationsOf(element),
    origin: { span: element.span },
  };
}

const typeOf = (element: XmlElement): RawReference => referencesOf(element, 'eType', 'eGenericType')[0] ?? {};

/** The defaults of Ecore are 0 and 1; -1 is unbounded, -2 unspecified. */
function multiplicityOf(element: XmlElement): RawMultiplicity {
  const upper = attributeValue(element, 'upperBound') ?? '1';
  return { lower: attributeValue(element, 'lowerBound') ?? '0', upper: upper === '-2' ? '*' : upper };
}

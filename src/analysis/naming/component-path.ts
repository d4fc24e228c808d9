import type { ComponentId } from '../../model/schema/index.js';

/** A component id taken apart: the global component, and the way from it to one without a name. */
export interface ComponentPath {
  readonly symbolSpace: string;
  readonly namespace: string;
  readonly localName: string;
  readonly steps: readonly ComponentStep[];
}

export interface ComponentStep {
  /** `element`, `attribute`, `type`, … */
  readonly axis: string;
  /** Local name of the component; '' where it has none. */
  readonly localName: string;
  /** `[2]`, for the second of that name; 1 if there is none. */
  readonly ordinal: number;
}

/** Reads an id as `componentId` and `nestedId` write it. Namespaces hold slashes, so this is no split. */
export function componentPath(id: ComponentId): ComponentPath {
  const [root = '', ...steps] = splitOutsideBraces(id);
  const [, symbolSpace = '', namespace = '', localName = ''] = /^(\w+):\{(.*)\}([^}]*)$/s.exec(root) ?? [];
  return { symbolSpace, namespace, localName, steps: steps.map(stepOf) };
}

/** The namespace of the global component that a component belongs to. */
export const namespaceOf = (id: ComponentId): string => componentPath(id).namespace;

function stepOf(text: string): ComponentStep {
  const [, axis = text, name = '', ordinal = '1'] = /^([\w-]+)\((.*)\)(?:\[(\d+)\])?$/s.exec(text) ?? [];
  return { axis, localName: name.slice(name.lastIndexOf('}') + 1), ordinal: Number(ordinal) };
}

function splitOutsideBraces(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '{') depth++;
    else if (character === '}') depth--;
    else if (character === '/' && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

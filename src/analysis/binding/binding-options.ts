import type { DiagnosticBag } from '../../diagnostics/diagnostic-bag.js';
import { overrideInvalid, overrideUnused } from '../../diagnostics/catalogue/nam.js';
import { isIdentifierName } from '../../foundation/identifier-name.js';
import type { Schema } from '../../model/schema/index.js';
import { isFreeTypeName, isSafePropertyName } from '../naming/index.js';

/** What the configuration says about names. */
export interface BindingOptions {
  /** Folder of a module, by namespace. */
  readonly modules: Readonly<Record<string, string>>;
  /** Name of a type or a message, by component id. */
  readonly types: Readonly<Record<string, string>>;
  /** Name of a property, by id of the element or attribute. */
  readonly properties: Readonly<Record<string, string>>;
}

export const DEFAULT_BINDING_OPTIONS: BindingOptions = { modules: {}, types: {}, properties: {} };

/** Takes out what cannot be used, and says so. */
export function checkOverrides(
  schema: Schema,
  options: BindingOptions,
  diagnostics: DiagnosticBag,
): BindingOptions {
  const keep = (
    option: string,
    names: Readonly<Record<string, string>>,
    exists: (key: string) => boolean,
    isValid: (name: string) => boolean,
  ): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(names).filter(([key, name]) => {
        if (!exists(key)) diagnostics.add(overrideUnused, { option, key });
        else if (!isValid(name)) diagnostics.add(overrideInvalid, { option, key, name });
        else return true;
        return false;
      }),
    );
  const ids = new Set<string>([
    ...schema.types.keys(),
    ...schema.elements.keys(),
    ...schema.attributes.keys(),
  ]);
  const namespaces = new Set([...ids].map((id) => /\{(.*?)\}/s.exec(id)?.[1] ?? ''));
  const folders = new Set<string>();
  const isOwnFolder = (path: string): boolean => {
    // File systems that do not tell case apart would mix the modules up.
    const key = path.toLowerCase();
    if (!isModulePath(path) || folders.has(key)) return false;
    folders.add(key);
    return true;
  };
  return {
    modules: keep('naming.modules', options.modules, (key) => namespaces.has(key), isOwnFolder),
    types: keep('naming.types', options.types, (key) => ids.has(key), isFreeTypeName),
    properties: keep(
      'naming.properties',
      options.properties,
      (key) => ids.has(key),
      (name) => isIdentifierName(name) && isSafePropertyName(name),
    ),
  };
}

const isModulePath = (path: string): boolean => /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*$/.test(path);

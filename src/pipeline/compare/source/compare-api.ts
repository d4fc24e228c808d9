import type { ts } from 'ts-morph';
import type { ApiBreak } from '../../../analysis/compatibility/index.js';
import { XML_NAMESPACE } from '../../../foundation/expanded-name.js';
import type { ComponentId } from '../../../model/schema/index.js';
import type { ApiModule, ApiSurface } from './api-surface.js';
import { type DeclarationProgram, declarationProgram } from './declaration-program.js';

/** What of the old model is what in the new one. */
export interface NameChanges {
  readonly namespaces: ReadonlyMap<string, string>;
  readonly components: ReadonlyMap<ComponentId, ComponentId>;
}

/**
 * What programs over the old SDK can do and over the new one cannot: names that are gone, properties that are gone, values
 * that no longer fit, read or written. The compiler decides; what is equal as text is not asked.
 */
export async function compareApi(
  before: ApiSurface,
  after: ApiSurface,
  { namespaces, components }: NameChanges,
): Promise<readonly ApiBreak[]> {
  const breaks: ApiBreak[] = [];
  const pairs: ModulePair[] = [];
  for (const [path, old] of before.modules) {
    // Attributes such as xml:lang: no program imports them.
    if (old.namespace === XML_NAMESPACE) continue;
    const namespace = namespaces.get(old.namespace);
    const newPath = namespace === undefined ? undefined : after.pathOf.get(namespace);
    if (newPath !== path)
      breaks.push(moduleBreak(old, path, newPath === undefined ? 'is gone' : `is now ${newPath}`));
    const now = newPath === undefined ? undefined : after.modules.get(newPath);
    if (now !== undefined && newPath !== undefined) pairs.push({ path, newPath, old, now });
  }
  const isSame = pairs.every(({ path, newPath, old, now }) => path === newPath && old.text === now.text);
  if (isSame) return breaks;
  const files = new Map<string, string>();
  for (const [path, { text }] of before.modules) files.set(`/old/${path}/types.ts`, text);
  for (const [path, { text }] of after.modules) files.set(`/new/${path}/types.ts`, text);
  const program = await declarationProgram(files);
  for (const pair of pairs) breaks.push(...compareModules(program, pair, components));
  return breaks;
}

interface ModulePair {
  readonly path: string;
  readonly newPath: string;
  readonly old: ApiModule;
  readonly now: ApiModule;
}

const moduleBreak = ({ namespace }: ApiModule, path: string, what: string): ApiBreak => ({
  before: [],
  after: [],
  namespace,
  name: path,
  reason: `module ${path} ${what}`,
});

function compareModules(
  program: DeclarationProgram,
  { path, newPath, old, now }: ModulePair,
  components: NameChanges['components'],
): readonly ApiBreak[] {
  const breaks: ApiBreak[] = [];
  const [oldFile, newFile] = [`/old/${path}/types.ts`, `/new/${newPath}/types.ts`];
  const [exported, offered] = [program.exportsOf(oldFile), program.exportsOf(newFile)];
  for (const [name, id] of old.messages)
    if (!now.messages.has(name)) breaks.push(gone(name, id, components.get(id)));
  for (const [name, symbol] of exported) {
    const id = old.exports.get(name);
    if (id === undefined) continue;
    const counterpart = components.get(id);
    const newName = offered.has(name)
      ? name
      : counterpart === undefined
        ? undefined
        : now.names.get(counterpart);
    if (newName !== name && !breaks.some((one) => one.name === name))
      breaks.push(gone(name, id, counterpart));
    const other = newName === undefined ? undefined : offered.get(newName);
    if (other === undefined || newName === undefined) continue;
    const [oldText, newText] = [
      program.declarationText(oldFile, name),
      program.declarationText(newFile, newName),
    ];
    if (oldText === newText) continue;
    const newId = now.exports.get(newName);
    breaks.push(
      ...compareDeclarations(program, symbol, other, {
        name,
        before: id,
        after: newId,
        oldProperties: old.properties.get(id) ?? NO_PROPERTIES,
        newProperties: (newId === undefined ? undefined : now.properties.get(newId)) ?? NO_PROPERTIES,
      }),
    );
  }
  return breaks;
}

const NO_PROPERTIES: ReadonlyMap<string, ComponentId> = new Map();

const gone = (name: string, before: ComponentId, after: ComponentId | undefined): ApiBreak => ({
  before: [before],
  after: after === undefined ? [] : [after],
  namespace: undefined,
  name,
  reason: `${name} is no longer exported`,
});

interface Declared {
  readonly name: string;
  readonly before: ComponentId;
  readonly after: ComponentId | undefined;
  readonly oldProperties: ReadonlyMap<string, ComponentId>;
  readonly newProperties: ReadonlyMap<string, ComponentId>;
}

function compareDeclarations(
  program: DeclarationProgram,
  old: ts.Symbol,
  now: ts.Symbol,
  declared: Declared,
): readonly ApiBreak[] {
  const { checker } = program;
  const { name, before, after, oldProperties, newProperties } = declared;
  const breaks: ApiBreak[] = [];
  const note = (property: string | undefined, reason: string): void => {
    const [oldId, newId] =
      property === undefined ? [] : [oldProperties.get(property), newProperties.get(property)];
    breaks.push({
      before: [oldId, before].filter((id) => id !== undefined),
      after: [newId, after].filter((id) => id !== undefined),
      namespace: undefined,
      name: property === undefined ? name : `${name}.${property}`,
      reason,
    });
  };
  const [oldType, newType] = [checker.getDeclaredTypeOfSymbol(old), checker.getDeclaredTypeOfSymbol(now)];
  const [oldMembers, newMembers] = [membersOf(program, oldType), membersOf(program, newType)];
  const fits = (from: ts.Type, to: ts.Type): boolean => checker.isTypeAssignableTo(from, to);
  const [isReadable, isWritable] = [fits(newType, oldType), fits(oldType, newType)];
  let isElsewhere = false;
  for (const [property, was] of oldMembers) {
    const is = newMembers.get(property);
    if (is === undefined) note(property, `${name}.${property} is gone`);
    else if (!(isReadable && isWritable)) {
      const reads = is.types.every((one) => was.types.some((other) => fits(one, other)));
      const writes = was.types.every((one) => is.types.some((other) => fits(one, other)));
      // The same words mean something else: that is said of the declaration that they refer to.
      if (was.text === is.text) isElsewhere ||= !reads || !writes;
      else if (!reads) note(property, `${name}.${property} may hold what it could not`);
      else if (!writes) note(property, `${name}.${property} may not hold what it could`);
    }
  }
  for (const [property, is] of newMembers)
    if (!oldMembers.has(property) && is.isRequired && !isWritable)
      note(property, `${name}.${property} must be given`);
  if (breaks.length === 0 && !isElsewhere) {
    if (!isReadable) note(undefined, `a value of ${name} may be what it could not be`);
    else if (!isWritable) note(undefined, `a value of ${name} may not be what it could be`);
  }
  return breaks;
}

interface MemberFact {
  /** The type in each branch of a union. */
  readonly types: readonly ts.Type[];
  /** Every branch asks for it. */
  readonly isRequired: boolean;
  /** How it is declared, in each branch. */
  readonly text: string;
}

/** Properties of an object type, and of a union all that some branch has. Of text, lists and numbers there are none. */
function membersOf(
  { checker, isObject, isOptional }: DeclarationProgram,
  type: ts.Type,
): ReadonlyMap<string, MemberFact> {
  const branches = type.isUnion() ? type.types : [type];
  const members = new Map<string, { types: ts.Type[]; required: number; texts: Set<string> }>();
  for (const branch of branches) {
    // A brand on a primitive type has no members that programs know.
    if (!isObject(branch)) return new Map();
    for (const property of checker.getPropertiesOfType(branch)) {
      const known = members.get(property.name) ?? { types: [], required: 0, texts: new Set<string>() };
      known.types.push(checker.getTypeOfSymbol(property));
      if (!isOptional(property)) known.required++;
      known.texts.add(property.declarations?.[0]?.getText() ?? '');
      members.set(property.name, known);
    }
  }
  return new Map(
    [...members].map(([name, { types, required, texts }]) => [
      name,
      { types, isRequired: required === branches.length, text: [...texts].sort().join('\n') },
    ]),
  );
}

import type { ts as TypeScript } from 'ts-morph';

/** The compiler, loaded when it is needed. */
export type Compiler = typeof TypeScript;

/** A class that implements the handlers of a component, or an object that is declared to be of their type. */
export interface FoundHandlers {
  readonly component: string;
  readonly kind: 'class' | 'object';
  /** What reports call it: `class HeadEndService`, `handlers`. */
  readonly owner: string;
  /** The type as the file calls it, which may have imported it by another name. */
  readonly type: string;
  readonly node: TypeScript.ClassLikeDeclaration | TypeScript.ObjectLiteralExpression;
  /** Of the type, for the checker. */
  readonly typeNode: TypeScript.Node;
  /** Of the name, for reports. UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  readonly methods: readonly FoundMethod[];
}

/** A public method, or a property that holds a function. */
export interface FoundMethod {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Its parameters speak of messages, so it is meant to be a handler. */
  readonly takesMessage: boolean;
}

/** Finds the handlers in a file, by the type that they are declared to have: `HeadEndHandlers`. */
export function findHandlers(
  ts: Compiler,
  file: TypeScript.SourceFile,
  components: readonly string[],
): readonly FoundHandlers[] {
  const names = localNames(ts, file, components);
  const found: FoundHandlers[] = [];
  const visit = (node: TypeScript.Node): void => {
    if (ts.isClassLike(node)) {
      for (const { types, token } of node.heritageClauses ?? []) {
        if (token !== ts.SyntaxKind.ImplementsKeyword) continue;
        for (const type of types) {
          const component = names.get(type.expression.getText(file));
          if (component !== undefined)
            found.push(inClass(ts, file, node, type, type.expression.getText(file), component));
        }
      }
    } else if (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) {
      const object = node.initializer && unwrapped(ts, node.initializer);
      const type = node.type ?? (object?.type as TypeScript.Node | undefined);
      if (object !== undefined && type !== undefined) {
        const component = names.get(type.getText(file));
        if (component !== undefined)
          found.push(inObject(ts, file, object.literal, type, node.name.getText(file), component, node.name));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The names that a file has for the types: imports may rename, and may be of a whole module. */
function localNames(
  ts: Compiler,
  file: TypeScript.SourceFile,
  components: readonly string[],
): ReadonlyMap<string, string> {
  const names = new Map(components.map((component) => [`${component}Handlers`, component]));
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (bindings === undefined) continue;
    if (ts.isNamespaceImport(bindings)) {
      for (const component of components) names.set(`${bindings.name.text}.${component}Handlers`, component);
      continue;
    }
    for (const { name, propertyName } of bindings.elements) {
      const component = components.find((one) => `${one}Handlers` === propertyName?.text);
      if (component !== undefined) names.set(name.text, component);
    }
  }
  return names;
}

function inClass(
  ts: Compiler,
  file: TypeScript.SourceFile,
  node: TypeScript.ClassLikeDeclaration,
  typeNode: TypeScript.Node,
  type: string,
  component: string,
): FoundHandlers {
  const name = node.name ?? typeNode;
  const methods = node.members.flatMap((member): readonly FoundMethod[] => {
    const isMethod = ts.isMethodDeclaration(member) || ts.isPropertyDeclaration(member);
    if (!isMethod || !ts.isIdentifier(member.name)) return [];
    const hidden = [
      ts.SyntaxKind.PrivateKeyword,
      ts.SyntaxKind.ProtectedKeyword,
      ts.SyntaxKind.StaticKeyword,
    ];
    const modifiers = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : [];
    if (modifiers.some(({ kind }) => hidden.includes(kind))) return [];
    return [methodAt(file, member.name, member)];
  });
  return {
    component,
    kind: 'class',
    owner: node.name === undefined ? 'the class' : `class ${node.name.text}`,
    type,
    node,
    typeNode,
    start: name.getStart(file),
    end: name.getEnd(),
    methods,
  };
}

function inObject(
  ts: Compiler,
  file: TypeScript.SourceFile,
  node: TypeScript.ObjectLiteralExpression,
  typeNode: TypeScript.Node,
  owner: string,
  component: string,
  name: TypeScript.Node,
): FoundHandlers {
  const methods = node.properties.flatMap((property): readonly FoundMethod[] => {
    const { name: key } = property;
    return key !== undefined && (ts.isIdentifier(key) || ts.isStringLiteral(key))
      ? [{ ...methodAt(file, key, property), name: key.text }]
      : [];
  });
  const type = typeNode.getText(file);
  const [start, end] = [name.getStart(file), name.getEnd()];
  return { component, kind: 'object', owner, type, node, typeNode, start, end, methods };
}

const methodAt = (
  file: TypeScript.SourceFile,
  name: TypeScript.Node,
  member: TypeScript.Node,
): FoundMethod => ({
  name: name.getText(file),
  start: name.getStart(file),
  end: name.getEnd(),
  takesMessage: /\bReceived\s*</u.test(member.getText(file)),
});

/** The object behind `{ … } satisfies T`, `({ … })` and `{ … } as T`, and the type behind it. */
function unwrapped(
  ts: Compiler,
  expression: TypeScript.Expression,
): { readonly literal: TypeScript.ObjectLiteralExpression; readonly type?: TypeScript.Node } | undefined {
  if (ts.isObjectLiteralExpression(expression)) return { literal: expression };
  if (ts.isParenthesizedExpression(expression)) return unwrapped(ts, expression.expression);
  if (ts.isSatisfiesExpression(expression) || ts.isAsExpression(expression)) {
    const inner = unwrapped(ts, expression.expression);
    return inner && { type: expression.type, ...inner };
  }
  return undefined;
}

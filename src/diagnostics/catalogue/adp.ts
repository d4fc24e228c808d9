import { defineDiagnostic } from '../diagnostic.js';

/** A class or an object that handles what a component accepts. */
interface HandledBy {
  readonly component: string;
  readonly method: string;
  readonly owner: string;
}

export const handlerMissing = defineDiagnostic<HandledBy>({
  code: 'ADP1001',
  severity: 'error',
  title: 'a message that a component accepts has no handler',
  message: ({ component, method, owner }) =>
    `${owner} has no method ${method}, which the interface of ${component} asks for`,
  hint: () => 'run `cimbind adapter sync` to add a stub, then write its body',
});

export const handlerStale = defineDiagnostic<HandledBy & { readonly nearest: string | undefined }>({
  code: 'ADP1002',
  severity: 'warning',
  title: 'a handler is for a message that its component does not accept',
  message: ({ component, method, owner }) =>
    `${owner} handles ${method}, which the interface of ${component} does not name`,
  hint: ({ nearest }) =>
    nearest === undefined
      ? 'add the message to the interface specification, or remove the method'
      : `was it renamed to "${nearest}"?`,
});

export const handlerMismatch = defineDiagnostic<
  HandledBy & { readonly found: string; readonly expected: string }
>({
  code: 'ADP1003',
  severity: 'error',
  title: 'a handler has another signature than the interface of its component',
  message: ({ method, found, expected }) => `${method} is ${found}, expected ${expected}`,
  hint: () => 'take the parameters and the result from the generated interface of the handlers',
});

export const handlersNotFound = defineDiagnostic<{ component: string }>({
  code: 'ADP1004',
  severity: 'error',
  title: 'nothing handles what a component accepts',
  message: ({ component }) =>
    `found no class that implements ${component}Handlers, and no object of that type`,
  hint: ({ component }) =>
    `write \`class … implements ${component}Handlers {}\`, or run \`cimbind adapter scaffold\` for a file to start from`,
});

export const handlersUnparsable = defineDiagnostic<{ reason: string }>({
  code: 'ADP1005',
  severity: 'error',
  title: 'a file with handlers is not TypeScript',
  message: ({ reason }) => `the file is left alone, because it cannot be parsed: ${reason}`,
});

export const noInterfaces = defineDiagnostic({
  code: 'ADP1006',
  severity: 'error',
  title: 'no project has an interface specification',
  message: () => 'found no interface specification in the configuration, expected one at least',
  hint: () => "name one, as in interfaces: ['head-end.interface.ts']",
});

export const ADP = [
  handlerMissing,
  handlerStale,
  handlerMismatch,
  handlersNotFound,
  handlersUnparsable,
  noInterfaces,
] as const;

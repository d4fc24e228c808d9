import { capitalised } from '../../analysis/naming/index.js';
import type { Exchange, InterfaceSpecification } from '../../model/service/index.js';

/** A method of the handlers of a component. */
export interface HandlerMethod {
  readonly method: string;
  /** The method that takes it back; undefined where there is nothing to take back. */
  readonly undo: string | undefined;
  readonly verb: string;
  readonly noun: string;
}

/** `getMeterReadings`: what the handler or client method of an exchange is called. */
export const methodOf = ({ verb, noun }: Pick<Exchange, 'verb' | 'noun'>): string => `${verb}${noun}`;

/** Whether an exchange is taken apart by the adapter, so that it has no handler of its own. */
export const isOperationSet = ({ verb }: Pick<Exchange, 'verb'>): boolean => verb === 'execute';

/** The method that takes back what a handler has done; queries and events have none. */
export const undoOf = (exchange: Pick<Exchange, 'verb' | 'noun' | 'kind'>): string | undefined =>
  exchange.kind === 'request' && !isOperationSet(exchange)
    ? `undo${capitalised(methodOf(exchange))}`
    : undefined;

/** What the handlers of a component have to have. */
export const handlerMethods = ({ accepts }: InterfaceSpecification): readonly HandlerMethod[] =>
  accepts
    .filter((exchange) => !isOperationSet(exchange))
    .map((exchange) => {
      const { verb, noun } = exchange;
      return { method: methodOf(exchange), undo: undoOf(exchange), verb, noun };
    });

export {
  ADAPTER_VIEW_VERSION,
  adapterView,
  type AdapterView,
  type ExchangeView,
  type ImportView,
} from './adapter-view.js';
export { emitAdapters, FURTHER_TEMPLATE, type AdapterEmitOptions } from './emit-adapters.js';
export { handlerMethods, type HandlerMethod } from './handler-methods.js';

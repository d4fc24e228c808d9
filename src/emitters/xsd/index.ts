export { emitXsd, type XsdOptions } from './xsd-emitter.js';

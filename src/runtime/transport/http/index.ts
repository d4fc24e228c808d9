export { createHttpAdapter, type HttpOptions, type ListenOptions } from './http.js';

export { classNameOf, classNames } from './class-names.js';
export * from './exchange.js';
export { exchangeOf, type ExchangeOptions } from './exchange-of.js';
export { pastOf } from '../../runtime/envelope/verb.js';
export { ENVELOPE, type Shape, type ShapeField } from '../../runtime/envelope/shape.js';

export { printMermaid } from './mermaid.js';
export { printSvg } from './svg.js';

import type { ComplexType } from '../../../../model/schema/index.js';

/** What kind of content a type has, in words. */
export function contentKind({ contentType }: ComplexType): string {
  switch (contentType.kind) {
    case 'empty':
      // Elements that came or went are said one by one.
      return 'elements';
    case 'simple':
      return 'text';
    case 'element-only':
      return 'elements';
    case 'mixed':
      return 'text mixed with elements';
  }
}

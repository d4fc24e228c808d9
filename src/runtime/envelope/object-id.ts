/** An identifier or a name of an object. */
export interface ObjectId {
  readonly value: string;
  /** Kind of identifier, in the words of its authority. */
  readonly idType?: string | undefined;
  readonly idAuthority?: string | undefined;
  readonly kind?: 'name' | 'uuid' | 'transaction' | 'other' | undefined;
  /** Class of the object. */
  readonly objectType?: string | undefined;
}

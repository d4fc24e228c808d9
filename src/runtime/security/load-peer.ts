/** Loads an optional peer dependency; where it is not installed, the error says what to do. */
export async function loadPeer<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new Error(`package "${name}" is needed for this and cannot be loaded: npm install ${name}`, {
      cause,
    });
  }
}

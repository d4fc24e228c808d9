// `npm run demo`: builds where the sources are newer than what was built, then runs the demo.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = ['dist/cli/main.js', 'src/runtime/dist/codegen/v1/index.js'].map((path) => join(root, path));

/** When the newest source was changed. */
const newest = () =>
  readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('dist'))
    .reduce((latest, path) => Math.max(latest, statSync(join(root, 'src', path)).mtimeMs), 0);

const isBuilt = () => {
  const changed = newest();
  return built.every((path) => existsSync(path) && statSync(path).mtimeMs >= changed);
};

const run = (command, args, options = {}) =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options }).status ?? 1;

if (!isBuilt()) {
  process.stdout.write('building, once …\n');
  const status = run('npm', ['run', '--silent', 'build'], { shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status);
}
process.exit(run(process.execPath, ['--import', 'tsx', join('test', 'demo', 'demo.ts')]));

// Holds captured JSON against Slack's own types: node slack-types/check.mjs FILE.json, where the file is
// {"blocks": {name: [block, ...]}, "options": {name: [option, ...]}, "views": {name: view}, "manifests": {name: manifest}}.
// Ends with 1 and the compiler's first errors if something does not fit.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const errorsShown = 20;
const types = { blocks: 'KnownBlock[]', options: 'PlainTextOption[]', views: 'View', manifests: 'Manifest' };

// Slack has this scope, and its types do not: https://docs.slack.dev/reference/scopes/assistant.write.
const untypedScope = 'assistant:write';

const modules = resolve(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules');
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');

// "captured.ts(9,4): error" says little once that file is gone.
function nameErrors(errors, source) {
  const lines = source.split('\n');
  return errors.replace(/^captured\.ts\((\d+),\d+\)/gm, (_, line) => lines.slice(0, line).findLast((text) => text.startsWith('// '))?.slice(3));
}

function sourceOf(captured) {
  const unknown = Object.keys(captured).filter((kind) => !(kind in types));
  if (unknown.length > 0) {
    throw new Error(`Nothing is known about ${unknown.join(', ')}.`);
  }

  for (const scopes of Object.values(captured.manifests ?? {}).map((manifest) => manifest.oauth_config?.scopes)) {
    if (scopes?.bot) {
      scopes.bot = scopes.bot.filter((scope) => scope !== untypedScope);
    }
  }

  const samples = Object.keys(captured).flatMap((kind) => Object.entries(captured[kind]).map(([name, value]) =>
    `// ${kind} ${JSON.stringify(name)}\n((_: ${types[kind]}) => {})(${JSON.stringify(value, null, 1)});`));
  return [
    "import type { KnownBlock, PlainTextOption, View } from '@slack/types';",
    "import type { AppsManifestCreateArguments } from '@slack/web-api';",
    "type Manifest = AppsManifestCreateArguments['manifest'];",
    ...samples,
  ].join('\n');
}

const folder = mkdtempSync(join(tmpdir(), 'slack-types-'));
try {
  const captured = JSON.parse(readFileSync(process.argv[2], 'utf8'));
  symlinkSync(modules, join(folder, 'node_modules'), 'junction');
  const source = sourceOf(captured);
  writeFileSync(join(folder, 'captured.ts'), source);

  // The packages themselves are not ours to check.
  const compilerOptions = { strict: true, noEmit: true, skipLibCheck: true, types: [], module: 'nodenext', target: 'es2022' };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['captured.ts'] }));
  const run = spawnSync(process.execPath, [compiler, '--pretty', 'false'], { cwd: folder, encoding: 'utf8' });
  if (run.status === 0) {
    const count = Object.values(captured).reduce((sum, samples) => sum + Object.keys(samples).length, 0);
    console.log(`${count} samples fit Slack's types.`);
  } else {
    console.error(nameErrors(run.stdout, source).split('\n').slice(0, errorsShown).join('\n') + run.stderr);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}

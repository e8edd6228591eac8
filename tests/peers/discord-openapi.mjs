// Holds every body that our client sent against Discord's own OpenAPI description (discord/discord-api-spec).
// Usage: node discord-openapi.mjs OPENAPI.json BODIES.json
// BODIES.json is what the test Every_Body_We_Send_Can_Be_Recorded writes where MLCAREERBOT_RECORD names a file.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const [description, recorded] = process.argv.slice(2).map(file => JSON.parse(readFileSync(file, 'utf8')));
const ajv = new Ajv({ strict: false, allErrors: false, discriminator: false, validateFormats: true });
addFormats(ajv);
ajv.addFormat('snowflake', /^(0|[1-9][0-9]*)$/);
ajv.addFormat('nonce', true);
ajv.addSchema({ $id: 'discord', ...description });

const validators = new Map();
const missing = new Set();
let faults = 0;
for (const { method, path, body } of recorded.map(withNumericPermissions)) {
  const pointer = pointerOf(method, path);
  if (!pointer) {
    missing.add(`${method} ${path}`);
    continue;
  }

  validators.has(pointer) || validators.set(pointer, ajv.compile({ $ref: `discord#${pointer}` }));
  const validate = validators.get(pointer);
  if (!validate(body)) {
    faults++;
    console.error(`${method} ${path}: ${ajv.errorsText(validate.errors)}\n  ${JSON.stringify(body).slice(0, 300)}`);
  }
}

for (const route of missing) {
  console.error(`${route}: the description has no such route with a body`);
}

console.log(`${recorded.length} bodies on ${validators.size} routes: ${faults} against the description`);
process.exitCode = faults + missing.size > 0 || recorded.length === 0 ? 1 : 0;

// Discord's documentation says text and sends text; its description says number here, and Discord takes both.
function withNumericPermissions({ body, ...request }) {
  const commands = Array.isArray(body) && body.map(command =>
    typeof command.default_member_permissions === 'string' ? { ...command, default_member_permissions: Number(command.default_member_permissions) } : command);
  return { ...request, body: commands || body };
}

// The description's path that fits, literal parts before parameters.
function pointerOf(method, path) {
  const parts = path.split('/');
  const fitting = Object.keys(description.paths)
    .filter(template => fits(template.split('/').slice(1), parts))
    .sort((one, other) => parametersIn(one) - parametersIn(other));
  for (const template of fitting) {
    const schema = description.paths[template][method.toLowerCase()]?.requestBody?.content?.['application/json']?.schema;
    if (schema) {
      return `/paths/${escape(template)}/${method.toLowerCase()}/requestBody/content/application~1json/schema`;
    }
  }

  return null;
}

function fits(template, parts) {
  return template.length === parts.length && template.every((part, index) => part.startsWith('{') || part === parts[index]);
}

function parametersIn(template) {
  return template.split('{').length;
}

function escape(template) {
  return encodeURIComponent(template.replaceAll('~', '~0').replaceAll('/', '~1'));
}

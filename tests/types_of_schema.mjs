// TypeScript out of the report's JSON Schema, to hold wasm/index.d.ts against: tests/schema.test.mjs.

/** Of one schema, as TypeScript writes it. Knows the keywords that khabar.schema.json uses, and refuses others. */
function typeOf(schema, name) {
  const { $ref, const: only, enum: words, type, pattern, properties, required, additionalProperties, items, prefixItems, minItems } = schema;
  const known = ['$ref', 'const', 'enum', 'type', 'pattern', 'properties', 'required', 'additionalProperties', 'items', 'prefixItems', 'minItems', 'description', 'title', '$schema', '$defs', 'minLength', 'minimum', 'minProperties']; // prettier-ignore
  for (const key of Object.keys(schema)) if (!known.includes(key)) throw new Error(`${name}: what ${key} means in TypeScript is not written here`);
  if ($ref) return $ref.replace('#/$defs/', '');
  if (only !== undefined) return JSON.stringify(only);
  if (words) return words.map((word) => JSON.stringify(word)).join(' | ');
  const letter = /^\^([a-z])\[1-9\]\[0-9\]\*\$$/.exec(pattern ?? '')?.[1]; // an id
  if (type === 'string') return letter ? `\`${letter}\${number}\`` : 'string';
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'boolean') return 'boolean';
  if (type === 'array' && prefixItems && items === false && minItems === prefixItems.length) return `[${prefixItems.map((item) => typeOf(item, name)).join(', ')}]`;
  if (type === 'array' && items) return `(${typeOf(items, name)})[]`;
  if (type === 'object' && additionalProperties === false) {
    const lines = Object.entries(properties).map(([key, value]) => `${key}${required.includes(key) ? '' : '?'}: ${typeOf(value, `${name}.${key}`)};`);
    return `{ ${lines.join(' ')} }`;
  }
  throw new Error(`${name}: no type for ${JSON.stringify(schema)}`);
}

/** A module that exports one type for each definition, and `report` for the whole. */
export function typesOf(schema) {
  const all = { ...schema.$defs, report: schema };
  return Object.entries(all).map(([name, definition]) => `export type ${name} = ${typeOf(definition, name)};\n`).join('');
}

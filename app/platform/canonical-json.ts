/** JSON Canonicalization Scheme (RFC 8785): the same value gives the same bytes in every implementation. */

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** @throws TypeError on what JSON cannot hold: JSON.stringify would drop it or change it, and so change the hash. */
export function canonicalJson(value: JsonValue): string {
  return write(value, "$");
}

function write(value: unknown, path: string): string {
  switch (typeof value) {
    case "string":
      return writeString(value, path);
    case "number":
      if (!Number.isFinite(value)) throw new TypeError(`${path} is ${value}, which JSON cannot hold`);
      return JSON.stringify(value);
    case "boolean":
      return String(value);
    case "object":
      if (value === null) return "null";
      return Array.isArray(value) ? writeArray(value, path) : writeObject(value, path);
    default:
      throw new TypeError(`${path} is of type ${typeof value}, which JSON cannot hold`);
  }
}

function writeArray(values: readonly unknown[], path: string): string {
  /* Array.from turns holes, which map() would skip, into undefined, which is refused. */
  return `[${Array.from(values, (value, index) => write(value, `${path}[${index}]`)).join(",")}]`;
}

function writeObject(value: object, path: string): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError(`${path} is a ${value.constructor.name}, not a plain object`);
  /* Array.prototype.sort compares UTF-16 code units, which is the order of RFC 8785, section 3.2.3. */
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${writeString(key, path)}:${write(member, `${path}.${key}`)}`);
  return `{${members.join(",")}}`;
}

function writeString(value: string, path: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new TypeError(`${path} has half of a surrogate pair`);
  return JSON.stringify(value);
}

/**
 * Statements that are sent with every request or every answer. They go straight to Prisma's driver adapter, on the same
 * connections and in the same turn as all others: Prisma's client spends ten times as long on each as the database.
 */
import {
  ColumnTypeEnum,
  type ArgType,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
} from "@prisma/driver-adapter-utils";

interface Template {
  readonly sql: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface HotStatements {
  rows<Row>(query: Template): Promise<Row[]>;
  /** @returns how many rows were changed, when that is on disk */
  change(query: Template): Promise<number>;
}

/**
 * `factory` as it was, and what is sent past the client over the connection that it makes.
 * @param counted called for each statement, for whoever counts what a page costs
 */
export function withHotStatements<F extends SqlDriverAdapterFactory>(
  factory: F,
  counted: () => void,
): { factory: F; hot: HotStatements } {
  let made: Promise<SqlDriverAdapter> | undefined;
  const connect = factory.connect.bind(factory);
  factory.connect = () =>
    (made ??= connect().catch((error: unknown) => {
      made = undefined;
      throw error;
    }));
  /* Errors look as the client's do, which keep the adapter's as their cause. */
  const send = async <T>(run: (adapter: SqlDriverAdapter) => Promise<T>): Promise<T> => {
    try {
      return await run(await factory.connect());
    } catch (error) {
      throw new Error("A statement could not be run.", { cause: error });
    }
  };
  const numbered = factory.provider === "postgres";
  const queryOf = ({ sql, text, values }: Template): SqlQuery => {
    counted();
    return { sql: numbered ? text : sql, args: [...values], argTypes: values.map(typeOf) };
  };
  return {
    factory,
    hot: {
      async rows<Row>(template: Template) {
        const { columnNames, columnTypes, rows } = await send((adapter) =>
          adapter.queryRaw(queryOf(template)),
        );
        return rows.map(
          (row) =>
            Object.fromEntries(
              columnNames.map((name, at) => [
                name,
                columnTypes[at] === ColumnTypeEnum.DateTime && row[at] !== null
                  ? new Date(row[at] as string)
                  : row[at],
              ]),
            ) as Row,
        );
      },
      change: (template) => send((adapter) => adapter.executeRaw(queryOf(template))),
    },
  };
}

function typeOf(value: unknown): ArgType {
  if (value instanceof Date) return { scalarType: "datetime", arity: "scalar" };
  if (typeof value === "boolean") return { scalarType: "boolean", arity: "scalar" };
  if (typeof value === "number")
    return { scalarType: Number.isInteger(value) ? "int" : "float", arity: "scalar" };
  return { scalarType: "string", arity: "scalar" };
}

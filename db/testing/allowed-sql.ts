import { FACT_TABLES } from '@/db/facts/tables.ts';

const FUNCTIONS = new Set([
  ...['count', 'sum', 'avg', 'min', 'max', 'percentile_cont', 'date_trunc', 'cast', 'coalesce', 'nullif'],
  ...['greatest', 'least', 'abs', 'floor', 'lag', 'lead', 'row_number', 'rank', 'dense_rank', 'grouping'],
]);
/** Words that a bracket may follow without their being functions. */
const WORDS = new Set([
  ...[
    'in',
    'and',
    'or',
    'not',
    'where',
    'filter',
    'group',
    'over',
    'by',
    'as',
    'on',
    'from',
    'join',
    'select',
    'when',
  ],
  ...['then', 'else', 'case', 'exists', 'having', 'distinct', 'with', 'within', 'select', 'sets'],
]);
const TABLES = new Set(FACT_TABLES.map(({ name }) => name));

/** Why a question about facts might be answered otherwise by one of the engines; null when both answer alike. */
export function refusalOf(statement: string): string | null {
  const code = statement.toLowerCase().replaceAll(/'(?:[^']|'')*'/g, "''");
  const called = [...code.matchAll(/\b([a-z_][a-z_0-9]*)\s*\(/g)].map(([, name = '']) => name);
  const strange = called.find((name) => !FUNCTIONS.has(name) && !WORDS.has(name) && !isNamed(code, name));
  if (strange) return `${strange}() is not known to mean the same in both engines`;
  const read = [...code.matchAll(/\b(?:from|join)\s+"?([a-z_]+)"?/g)].map(([, name = '']) => name);
  const table = read.find((name) => !TABLES.has(name) && !isNamed(code, name));
  if (table) return `${table} is not part of the facts`;
  if (/^\s*(insert|update|delete|create|drop|alter|set|copy|attach|pragma|call)\b/.test(code)) {
    return 'it changes something';
  }
  if (/\bany\s*\(|\barray\b|\[|->|\bjsonb?\b|::text\b|\blike\b|~/.test(code))
    return 'it handles text or arrays';
  const truncations = [...code.matchAll(/date_trunc\(([^()]*)\)/g)];
  if (truncations.some(([, inside = '']) => inside.split(',').length > 2))
    return 'date_trunc has a time zone';
  return /\border by "(?:id|label|name)"/.test(code) ? 'it orders by text' : null;
}

/** A common table expression may be called anything. */
function isNamed(code: string, name: string): boolean {
  return new RegExp(`(?:with|,)\\s+"?${name}"?\\s+as\\s*\\(`).test(code);
}

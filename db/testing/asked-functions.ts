import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An exported function that is asked on somebody's behalf. */
export interface AskedFunction {
  /** `reports/overview.ts overviewReport` */
  name: string;
  path: string;
  exported: string;
  /** Which of its parameters the viewer is. */
  viewerAt: number;
}

/** Every exported function of the files of a folder of db that takes a viewer, as their texts say. */
export function listAskedFunctions(folder: 'reports' | 'commands'): AskedFunction[] {
  const root = join(import.meta.dirname, '..', folder);
  return readdirSync(root)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return [...text.matchAll(/^export (?:async )?function\*? (\w+)(?:<[^(]*>)?\(/gm)].flatMap((match) => {
        const exported = match[1] ?? '';
        const viewerAt = parametersFrom(text, match.index + match[0].length).findIndex((parameter) =>
          /^\w+: (Viewer|SignedIn)$/.test(parameter),
        );
        const path = join(root, file);
        return viewerAt < 0 ? [] : [{ name: `${folder}/${file} ${exported}`, path, exported, viewerAt }];
      });
    });
}

/** The parameters that begin at this place of a text, up to the bracket that closes them. */
function parametersFrom(text: string, start: number): string[] {
  const parameters = [''];
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at] ?? '';
    const isArrow = character === '>' && text[at - 1] === '=';
    if (character === ')' && depth === 0) break;
    if ('({[<'.includes(character)) depth += 1;
    if (')}]>'.includes(character) && !isArrow) depth -= 1;
    if (character === ',' && depth === 0) parameters.push('');
    else parameters[parameters.length - 1] += character;
  }
  return parameters.map((parameter) => parameter.trim()).filter((parameter) => parameter !== '');
}

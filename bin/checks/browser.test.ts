import { expect, it } from 'vitest';
import { installedPaths } from './browser.mjs';

it('on Linux every folder of the path is looked through, Chrome before Chromium before Edge', () => {
  const paths = installedPaths('linux', { NODE_ENV: 'test', PATH: '/a:/b' });
  expect(paths.slice(0, 2)).toEqual(['/a/google-chrome-stable', '/b/google-chrome-stable']);
  expect(paths.indexOf('/b/chromium')).toBeLessThan(paths.indexOf('/a/microsoft-edge'));
  expect(paths).toContain('/snap/bin/chromium');
});

it('on macOS the applications are looked for', () => {
  expect(installedPaths('darwin', { NODE_ENV: 'test' })).toEqual([
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ]);
});

it('on Windows the folders for programs are looked through, as far as they are set', () => {
  expect(installedPaths('win32', { NODE_ENV: 'test', PROGRAMFILES: 'C:\\Program Files' })).toEqual([
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  ]);
});

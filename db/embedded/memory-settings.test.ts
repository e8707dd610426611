import { expect, it } from 'vitest';
import { memorySettings } from './memory-settings.ts';

const GB = 2 ** 30;

it('of 8 GB a sixteenth is 512 MB for pages, and half is what the planner counts on', () => {
  expect(memorySettings(8 * GB)).toEqual({ shared_buffers: '512MB', effective_cache_size: '4096MB' });
});

it('1 GB leaves 128 MB, which PostgreSQL takes anyway, and 64 GB no more than 1 GB', () => {
  expect(memorySettings(GB)).toEqual({ shared_buffers: '128MB', effective_cache_size: '512MB' });
  expect(memorySettings(64 * GB)).toMatchObject({ shared_buffers: '1024MB' });
});

it('a machine of 100 MB has no less for the planner than for pages', () => {
  expect(memorySettings(GB / 10)).toEqual({ shared_buffers: '128MB', effective_cache_size: '128MB' });
});

it('this machine has something for pages', () => {
  expect(memorySettings().shared_buffers).toMatch(/^\d{3,4}MB$/);
});

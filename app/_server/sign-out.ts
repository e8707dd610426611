'use server';

import { redirect } from 'next/navigation';
import { dropSession } from './session.ts';

/** The action behind "Sign out". */
export async function signOut(): Promise<void> {
  await dropSession();
  redirect('/sign-in');
}

import { loadLibrary } from '../library/library.ts';
import { vocabulary } from '../publish/vocabulary.ts';

export async function GET(): Promise<Response> {
  return Response.json(vocabulary(await loadLibrary(), 'zh'));
}

import { loadLibrary } from '../library/library.ts';
import { simplified } from '../publish/simplified.ts';
import { textsIn } from '../publish/texts.ts';

export async function GET(): Promise<Response> {
  return Response.json(simplified(textsIn(await loadLibrary())));
}

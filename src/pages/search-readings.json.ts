import { loadLibrary } from '../library/library.ts';
import { readings } from '../publish/readings.ts';
import { textsIn } from '../publish/texts.ts';
import { vocabulary } from '../publish/vocabulary.ts';

export async function GET(): Promise<Response> {
  const library = await loadLibrary();
  return Response.json(readings(vocabulary(library, 'zh'), textsIn(library)));
}

import type { APIRoute } from 'astro';
import { loadLibrary } from '../../../../library/library.ts';

/** A scheme as the engine takes it: what the page, the packages and other programs compute with. */
export async function getStaticPaths() {
  const { schemes } = await loadLibrary();
  return schemes.map((scheme) => ({ params: { id: scheme.id }, props: { scheme: { ...scheme.data, id: scheme.id } } }));
}

export const GET: APIRoute = ({ props }) => new Response(JSON.stringify(props['scheme']));

import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import { parse } from 'yaml';

type EntryType = {
  getEntryInfo(file: { contents: string; fileUrl: URL }): Promise<{ data: unknown; body?: string }>;
};
/** The glob loader reads `entryTypes` of its context; Astro does not publish the type. */
type GlobContext = LoaderContext & { entryTypes: Map<string, EntryType> };

const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)([\s\S]*)$/;

/**
 * Loads `content/<folder>/<pattern>`: the file name is the id, and YAML is read as YAML 1.2,
 * as the checker reads it, so that `1:30`, `010` and unquoted dates stay what the editor typed.
 * An empty folder is no warning: a collection may wait for its first entry.
 */
export function files(folder: string, pattern: string): Loader {
  const loader = glob({
    base: `./content/${folder}`,
    pattern,
    generateId: ({ entry }) => entry.replace(/\.\w+$/, ''),
  });
  return {
    ...loader,
    load: (context) => {
      const { entryTypes } = context as GlobContext;
      const types = new Map(entryTypes);
      for (const extension of ['.yaml', '.mdx']) {
        const type = entryTypes.get(extension);
        if (type) types.set(extension, { ...type, getEntryInfo: async (file) => read(file) });
      }
      const logger = Object.create(context.logger, {
        warn: { value: (message: string) => message.startsWith('No files found') || context.logger.warn(message) },
      });
      return loader.load({ ...context, entryTypes: types, logger } as GlobContext);
    },
  };
}

function read({ contents, fileUrl }: { contents: string; fileUrl: URL }) {
  try {
    if (fileUrl.pathname.endsWith('.yaml')) return { data: parse(contents) };
    const [, matter, body] = frontMatter.exec(contents) ?? [];
    if (matter === undefined) throw new Error('the file does not begin with front matter between two lines `---`');
    return { data: parse(matter), body: body ?? '' };
  } catch (error) {
    throw new Error(`${fileUrl.pathname.replace(/^.*\/content\//, 'content/')}: ${(error as Error).message}`);
  }
}

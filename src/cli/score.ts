import { readFileSync } from 'node:fs';
import { scoreCommand } from './score-command.ts';

const { code, out, err } = scoreCommand(process.argv.slice(2), () => readFileSync(0, 'utf8'));
process.stdout.write(out);
process.stderr.write(err);
process.exitCode = code;

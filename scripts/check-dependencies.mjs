// Imports every dependency of package.json: one that is not there, or not for this Node.js, fails here by name.
import { readFileSync } from 'node:fs';
import process from 'node:process';

const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
for (const name of Object.keys(dependencies)) {
  try {
    await import(name);
  } catch (error) {
    console.error(`${name} cannot be imported: ${error.message}`);
    process.exitCode = 1;
  }
}
// Some packages keep a timer or a worker for as long as they are loaded.
process.exit();

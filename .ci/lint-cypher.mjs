// Reads every .cypher file below the folders named with Neo4j's own parser, as Cypher 5 and as Cypher 25.
// A warning (deprecated, undefined, …) fails too, and so does a parameter that no comment of the file names.
//   node lint-cypher.mjs FOLDER...
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const { lintCypherQuery } = createRequire(import.meta.url)("@neo4j-cypher/language-support");

const files = process.argv.slice(2).flatMap((folder) =>
  readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".cypher")).map((name) => join(folder, name)),
);
let problems = 0;
for (const file of files.sort()) {
  const text = readFileSync(file, "utf8");
  const comments = text.split("\n").filter((line) => line.startsWith("//")).join("\n");
  const parameters = Object.fromEntries([...comments.matchAll(/\$(\w+)/g)].map(([, name]) => [name, null]));
  for (const defaultLanguage of ["CYPHER 5", "CYPHER 25"]) {
    const { diagnostics } = lintCypherQuery(text, { defaultLanguage, parameters });
    for (const { message, range } of diagnostics) {
      problems += 1;
      console.error(`${file}:${range.start.line + 1}:${range.start.character + 1}: ${defaultLanguage}: ${message}`);
    }
  }
}
console.log(`${files.length} files, ${problems} problems`);
process.exit(problems || !files.length ? 1 : 0);

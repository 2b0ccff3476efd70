import { readdirSync } from 'node:fs';
import { defineConfig } from 'vite';

/** Every entry point of the program, and the project's own tools, as one file each in `dist/`. */
const folders = { bin: 'src/bin', tool: 'test/tool' } as const;
const entries = Object.entries(folders).flatMap(([name, folder]) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [`${name}/${file.slice(0, -3)}`, `${folder}/${file}`] as const),
);

export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    emptyOutDir: false,
    sourcemap: true,
    minify: false,
    rollupOptions: {
      input: Object.fromEntries(entries),
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunk/[name]-[hash].js' },
    },
  },
  ssr: { noExternal: [] },
});

import type { Ports } from './ports.js';

/** The ports of this build. Modules of the compiler are imported inside the functions, never at the top. */
export const PORTS: Ports = {
  async sourceHost({ root, catalogs, inputFolders, allowNetwork, onCatalog }) {
    const { fileSourceHost } = await import('../readers/source/file-source-host.js');
    return fileSourceHost({
      workingFolder: root,
      inputFolders,
      configFolder: root,
      allowNetwork,
      ...(catalogs === 'auto' ? {} : { catalogs }),
      ...(onCatalog === undefined ? {} : { onCatalog }),
    });
  },
  async compile(request) {
    const { compileProject } = await import('./compile-project.js');
    return compileProject(request);
  },
  async validator(request) {
    const { compileValidator } = await import('./validate-documents.js');
    return compileValidator(request);
  },
  async sample(request) {
    const { sample } = await import('./sample-documents.js');
    return sample(request);
  },
  async explainComponent(request) {
    const { explainComponent } = await import('./explain/explain-component.js');
    return explainComponent(request);
  },
  async explainCode(text) {
    const { explainCode } = await import('./explain/explain-code.js');
    return explainCode(text);
  },
  async informationModel(request) {
    const { viewModel } = await import('./view-model.js');
    return viewModel(request);
  },
  async profile(request) {
    const { viewProfile } = await import('./view-profile.js');
    return viewProfile(request);
  },
  async draftProfile(request) {
    const { draft } = await import('./view-profile.js');
    return draft(request);
  },
  async importProfile(request) {
    const { importProfile } = await import('./view-profile.js');
    return importProfile(request);
  },
  async modelOfProfile({ uri, host }) {
    const { modelOfProfile } = await import('./load-profile.js');
    return modelOfProfile(uri, host);
  },
  async openSource(request) {
    const { openSource } = await import('./compare/open-source.js');
    return openSource(request);
  },
  async compare(request) {
    const { compareModels } = await import('./compare/compare-models.js');
    return compareModels(request);
  },
  async lintMessages(documents) {
    const { lintMessages } = await import('./lint-messages.js');
    return lintMessages(documents);
  },
  async rootElements(request) {
    const { rootElements } = await import('./validate-documents.js');
    return rootElements(request);
  },
};

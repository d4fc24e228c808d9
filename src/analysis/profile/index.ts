export { draftProfile, type DraftRequest } from './draft-profile.js';
export { importOwlProfile } from './import-owl-profile.js';
export { lowerProfile } from './lower-profile.js';
export { mergeOverlay } from './merge-overlay.js';
export { indexModel, memberName, type ModelIndex, type ModelMember } from '../information/model-index.js';
export { resolveProfile } from './resolve-profile.js';
export { profileDiagram } from './profile-diagram.js';
export { profileTree, type TreeNode } from './profile-tree.js';
export type { ResolvedMember, ResolvedProfile, ResolvedRoot, ResolvedType } from './resolved-profile.js';

export { profileJsonSchema } from './yaml/profile-format.js';
export { readProfile } from './yaml/read-profile.js';

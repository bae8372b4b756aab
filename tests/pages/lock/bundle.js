// The entry of the bundle: both classes, as the package exports them, under one global name.
export { Auth0Lock, Auth0LockPasswordless } from "auth0-lock";

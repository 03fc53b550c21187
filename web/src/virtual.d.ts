declare module "virtual:*" {
  const text: string;
  export default text;
}

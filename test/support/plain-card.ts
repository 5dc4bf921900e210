/** A card with all it must have and nothing to sell; tests add what they are about. */
export const cardHead = `apiVersion: kanli/v1
kind: RateCard
id: demo
version: "1"
title: 演示刊例（虚构）
platform: demo
currency: CNY
timezone: Asia/Shanghai
valid: 2016-11-01/2016-11-30
prices: tax-included
tax: 6%
`;

CREATE VIEW event_summary;
CREATE VIEW sales;
CREATE VIEW sales_history;
CREATE VIEW market_month;
CREATE TABLE market;
CREATE TABLE event;
CREATE TABLE sale;

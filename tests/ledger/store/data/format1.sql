-- A case of format 1, as Muniment 0.1 (commit c8b4848) made it: `sqlite3 case.db .dump`, and the header's two numbers.
PRAGMA application_id = 1299541609;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE claims (
	reading INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	register VARCHAR NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (reading, id), 
	FOREIGN KEY(reading) REFERENCES readings (seq)
);
INSERT INTO "claims" VALUES(1,'15641c364526e9fe','transfers','{"cells":{"item":["boats",[20,25]],"recipient":["Fenwick",[29,36]],"status":["delivered",[0,36]],"supplier":["Ruritania",[0,9]]},"confidence":null,"date":"2022-03-04","date_span":null,"evidence":[0,36],"frame":"fake.deliver","modality":"asserted","note":"","source":"","source_span":null}');
INSERT INTO "claims" VALUES(2,'65dbb95065c75a22','transfers','{"cells":{"item":["jets",[20,24]],"recipient":["Fenwick",[28,35]],"status":["delivered",[0,35]],"supplier":["Graustark",[0,9]]},"confidence":null,"date":"2022-03-04","date_span":null,"evidence":[0,35],"frame":"fake.deliver","modality":"asserted","note":"","source":"","source_span":null}');
INSERT INTO "claims" VALUES(2,'e412b3f16d1e0027','transfers','{"cells":{"item":["radars",[57,63]],"recipient":["Fenwick",[67,74]],"status":["delivered",[37,74]],"supplier":["Ruritania",[37,46]]},"confidence":null,"date":"2022-03-04","date_span":null,"evidence":[37,74],"frame":"fake.deliver","modality":"asserted","note":"","source":"","source_span":null}');
CREATE TABLE documents (
	id VARCHAR(64) NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "documents" VALUES('ffe5bd03785a617a338b0199773d564645ec32ea869df2f0f827f2fea29e76dc','Ruritania delivered boats to Fenwick. Why?');
INSERT INTO "documents" VALUES('5bb8019cb3d209415cdf4217276d2824d761b25cc10a60951dd6235792cf1026','Graustark delivered jets to Fenwick. Ruritania delivered radars to Fenwick.');
CREATE TABLE imports (
	id VARCHAR NOT NULL, 
	document VARCHAR(64) NOT NULL, 
	register VARCHAR NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(document) REFERENCES documents (id)
);
INSERT INTO "imports" VALUES('desk-1','5bb8019cb3d209415cdf4217276d2824d761b25cc10a60951dd6235792cf1026','transfers','{"cells":{"item":["tanks",null],"recipient":["Fenwick",null],"status":["delivered",null],"supplier":["Graustark",null]},"confidence":null,"date":"","date_span":null,"evidence":[3,13],"frame":"","modality":"asserted","note":"","source":"","source_span":null}');
CREATE TABLE judgements (
	seq INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	subject VARCHAR NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (seq), 
	UNIQUE (id)
);
INSERT INTO "judgements" VALUES(1,'a5fd37e0efca5a0f','65dbb95065c75a22','["reject","","A. Reader","2022-03-05T10:00:00Z","a rumour"]');
INSERT INTO "judgements" VALUES(2,'dea93e085ccbc574','e412b3f16d1e0027','["reject","","A. Reader","2022-03-05T10:01:00Z",""]');
INSERT INTO "judgements" VALUES(3,'cab7626757bc4e3e','e412b3f16d1e0027','["accept","","A. Reader","2022-03-05T10:02:00Z","it was right"]');
CREATE TABLE meta (
	"key" VARCHAR NOT NULL, 
	value VARCHAR NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "meta" VALUES('format','1');
CREATE TABLE names (
	name VARCHAR NOT NULL, 
	document VARCHAR(64) NOT NULL, 
	PRIMARY KEY (name), 
	FOREIGN KEY(document) REFERENCES documents (id)
);
INSERT INTO "names" VALUES('harbour','ffe5bd03785a617a338b0199773d564645ec32ea869df2f0f827f2fea29e76dc');
INSERT INTO "names" VALUES('airfield','5bb8019cb3d209415cdf4217276d2824d761b25cc10a60951dd6235792cf1026');
CREATE TABLE readings (
	seq INTEGER NOT NULL, 
	run INTEGER NOT NULL, 
	document VARCHAR(64) NOT NULL, 
	basis VARCHAR(16) NOT NULL, 
	status VARCHAR NOT NULL, 
	note TEXT NOT NULL, 
	sentences INTEGER NOT NULL, 
	claims INTEGER NOT NULL, 
	refusals INTEGER NOT NULL, 
	PRIMARY KEY (seq), 
	FOREIGN KEY(run) REFERENCES runs (seq), 
	FOREIGN KEY(document) REFERENCES documents (id)
);
INSERT INTO "readings" VALUES(1,1,'ffe5bd03785a617a338b0199773d564645ec32ea869df2f0f827f2fea29e76dc','3adf1f5610a525d7','read','',2,1,1);
INSERT INTO "readings" VALUES(2,1,'5bb8019cb3d209415cdf4217276d2824d761b25cc10a60951dd6235792cf1026','3adf1f5610a525d7','read','',2,2,0);
CREATE TABLE refusals (
	reading INTEGER NOT NULL, 
	rank INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	PRIMARY KEY (reading, rank), 
	FOREIGN KEY(reading) REFERENCES readings (seq)
);
INSERT INTO "refusals" VALUES(1,0,'["transfers","fake.ask","a question says nothing",[41,42]]');
CREATE TABLE runs (
	seq INTEGER NOT NULL, 
	extractor VARCHAR NOT NULL, 
	version VARCHAR NOT NULL, 
	PRIMARY KEY (seq)
);
INSERT INTO "runs" VALUES(1,'fake','1');
CREATE TABLE sightings (
	seq INTEGER NOT NULL, 
	document VARCHAR(64) NOT NULL, 
	name VARCHAR NOT NULL, 
	basis VARCHAR(16) NOT NULL, 
	declared INTEGER NOT NULL, 
	metadata TEXT NOT NULL, 
	origin TEXT NOT NULL, 
	raw_key VARCHAR(64) NOT NULL, 
	raw BLOB, 
	PRIMARY KEY (seq), 
	FOREIGN KEY(document) REFERENCES documents (id), 
	FOREIGN KEY(name) REFERENCES names (name)
);
INSERT INTO "sightings" VALUES(1,'ffe5bd03785a617a338b0199773d564645ec32ea869df2f0f827f2fea29e76dc','harbour','3adf1f5610a525d7',1,'{"author":"","findings":[["published","2022-03-04","declared",null]],"furniture":[],"language":"en","published":"2022-03-04","publisher":"","title":"","url":""}','in/harbour.txt','ffe5bd03785a617a338b0199773d564645ec32ea869df2f0f827f2fea29e76dc',NULL);
INSERT INTO "sightings" VALUES(2,'5bb8019cb3d209415cdf4217276d2824d761b25cc10a60951dd6235792cf1026','airfield','3adf1f5610a525d7',1,'{"author":"","findings":[["published","2022-03-04","declared",null]],"furniture":[],"language":"en","published":"2022-03-04","publisher":"","title":"","url":""}','in/airfield.txt','5bb8019cb3d209415cdf4217276d2824d761b25cc10a60951dd6235792cf1026',NULL);
CREATE TABLE turned_away (
	"key" VARCHAR(64) NOT NULL, 
	origin TEXT NOT NULL, 
	raw_key VARCHAR(64) NOT NULL, 
	reason TEXT NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "turned_away" VALUES('fc050f7f887cb05858e8353ebeee20326b0aa77c9c34a6d8261858c4c11286c4','in/picture.png','0f4636c78f65d3639ece5a064b5ae753e3408614a14fb18ab4d7540d2c248543','a picture');
CREATE UNIQUE INDEX runs_extractor ON runs (extractor, version);
CREATE INDEX judgements_subject ON judgements (subject);
CREATE INDEX readings_document ON readings (document);
CREATE INDEX imports_document ON imports (document);
CREATE INDEX sightings_document ON sightings (document);
CREATE INDEX sightings_raw_key ON sightings (raw_key);
CREATE INDEX sightings_origin ON sightings (origin);
CREATE INDEX claims_id ON claims (id);
COMMIT;
